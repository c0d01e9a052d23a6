package twiliosim

// Operations lists what the server knows, each as its method, host and path.
func Operations() []string {
	var list []string
	for _, o := range operations {
		list = append(list, o.method+" "+o.host+o.path)
	}
	return list
}
