package jsondoc

import "slices"

// Put sets the value of a key: of the last that there is, else of a new one,
// behind the key that comes before it in order, where there is that.
func Put(ps []Part, order []string, l Layout, key, value string) []Part {
	if i := lastOf(ps, key); i >= 0 {
		head := ps[i].Body[:len(ps[i].Body)-ps[i].valueSize]
		ps[i].Body = head + value
		return ps
	}
	at := 0
	for _, k := range order[:slices.Index(order, key)] {
		at = max(at, lastOf(ps, k)+1)
	}
	return slices.Insert(ps, at, l.Member(key, value))
}

// lastOf is the index of the last part with a key, -1 where there is none.
func lastOf(ps []Part, key string) int {
	for i := len(ps) - 1; i >= 0; i-- {
		if ps[i].Key == key {
			return i
		}
	}
	return -1
}
