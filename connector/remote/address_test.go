package remote

import (
	"errors"
	"strings"
	"testing"
)

func TestParseAddress(t *testing.T) {
	tests := []struct {
		in, want string
		err      error
	}{
		{"https://mock.example.com", "https://mock.example.com", nil},
		{"https://MOCK.example.com:443/twilio/", "https://mock.example.com:443/twilio", nil},
		{"https://mock.example.com:8443/a%2Fb/", "https://mock.example.com:8443/a%2Fb", nil},
		{"http://localhost:4010", "http://localhost:4010", nil},
		{"http://127.0.0.9:4010/", "http://127.0.0.9:4010", nil},
		{"http://[::1]:4010", "http://[::1]:4010", nil},
		{"http://[::ffff:127.0.0.1]", "http://[::ffff:127.0.0.1]", nil},
		{"http://LocalHost:3001/", "http://localhost:3001", nil},
		{"http://mock.example.com", "", ErrScheme},
		{"http://192.168.1.2", "", ErrScheme},
		{"http://127.0.0.1.example.com", "", ErrScheme},
		{"http://localhost.example.com", "", ErrScheme},
		{"http://0.0.0.0", "", ErrScheme},
		{"https://user:password@mock.example.com", "", ErrExtra},
		{"https://mock.example.com/?a=b", "", ErrExtra},
		{"https://mock.example.com/?", "", ErrExtra},
		{"https://mock.example.com/#", "", ErrExtra},
		{"https://mock.example.com/#a", "", ErrExtra},
		{"", "", ErrSyntax},
		{"mock.example.com", "", ErrSyntax},
		{"localhost:4010", "", ErrSyntax},
		{"ftp://localhost", "", ErrSyntax},
		{"https://", "", ErrSyntax},
		{"https:///path", "", ErrSyntax},
		{"https://a b", "", ErrSyntax},
	}
	for _, tt := range tests {
		u, err := ParseAddress(tt.in)
		if !errors.Is(err, tt.err) || err == nil && u.String() != tt.want {
			t.Errorf("%q: %v, %v; want %q, %v", tt.in, u, err, tt.want, tt.err)
		}
		if err != nil && strings.Contains(err.Error(), "password") {
			t.Errorf("%q: %v repeats the password", tt.in, err)
		}
	}
}
