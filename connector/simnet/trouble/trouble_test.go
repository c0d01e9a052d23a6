package trouble

import (
	"errors"
	"io"
	"net"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
)

func TestPage(t *testing.T) {
	r := httptest.NewRequest("GET", "https://example.com/", nil)
	for _, c := range []struct {
		status      int
		title, want string
	}{
		{200, "", "200 OK"}, {502, "", "502 Bad Gateway"}, {502, "Down", "Down"}, {307, "Moved", "Moved"}, {200, "Welcome to this network", "Welcome to this network"},
	} {
		a := Page(r, c.status, c.title)
		body, err := io.ReadAll(a.Body)
		if err != nil || a.StatusCode != c.status || !strings.HasPrefix(a.Header.Get("Content-Type"), "text/html") ||
			!strings.Contains(string(body), "<title>"+c.want+"</title>") || a.ContentLength != int64(len(body)) {
			t.Errorf("%d %q: %+v\n%s", c.status, c.title, a, body)
		}
	}
}

func TestReset(t *testing.T) {
	var of *net.OpError
	if err := Reset(); !errors.Is(err, syscall.ECONNRESET) || !errors.As(err, &of) || of.Op != "read" || of.Timeout() {
		t.Errorf("%v", err)
	}
}
