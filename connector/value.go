package connector

// ParseValue reads a JSON value as JavaScript's JSON.parse does, whoever's it is: unlike
// [Decode] it takes nothing out of it. It is nil for what is no JSON or past MaxSize.
func ParseValue(data []byte) *Value {
	s := scanner{src: string(data)}
	if !s.admit(len(data)) {
		return nil
	}
	if v := s.document(); len(s.problems) == 0 {
		return v
	}
	return nil
}
