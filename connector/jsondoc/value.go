package jsondoc

// ParseValue reads a JSON value as JavaScript's JSON.parse does, whoever's it is: it
// is nil for what is no JSON or past MaxSize.
func ParseValue(data []byte) *Value {
	s := Scanner{Src: string(data)}
	if !s.Admit(len(data)) {
		return nil
	}
	if v := s.Document(); len(s.Problems) == 0 {
		return v
	}
	return nil
}
