package twilio

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/remote"
)

const proxyPassword = "FAKE-proxy-password"

// TestMain lets the test binary be the child of TestProxy: net/http reads the
// proxy of the environment once in the life of a process.
func TestMain(m *testing.M) {
	if os.Getenv("TEST_PROXY_CHILD") == "" {
		os.Exit(m.Run())
	}
	c := New(testSID, testToken, Options{Timeout: 10 * time.Second})
	c.pause = time.Millisecond
	for _, call := range calls {
		fmt.Printf("%s: %#v\n", call.name, call.do(context.Background(), c))
	}
}

// child runs every call in a process of its own and returns what it printed: a
// line for each error.
func child(t *testing.T, proxy string) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = []string{"TEST_PROXY_CHILD=1", "HTTPS_PROXY=" + proxy}
	var log strings.Builder
	cmd.Stderr = &log
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, log.String())
	}
	for _, secret := range []string{testToken, proxyPassword} {
		if strings.Contains(string(out)+log.String(), secret) {
			t.Errorf("%q is in %s, %s", secret, out, log.String())
		}
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(calls) {
		t.Fatalf("%d lines: %s", len(lines), out)
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, calls[i].name+":") || !strings.Contains(line, fmt.Sprintf("Kind:%q", connector.Unreachable)) {
			t.Errorf("%s over %s: %s", calls[i].name, proxy, line)
		}
	}
	return lines
}

// The proxy of the environment is asked for a tunnel, and never sees the
// account's credentials.
func TestProxy(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	asked := make(chan *http.Request, 9*len(calls))
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			if r, err := http.ReadRequest(bufio.NewReader(conn)); err == nil {
				asked <- r
			}
			io.WriteString(conn, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
			conn.Close()
		}
	}()
	child(t, "http://user:"+proxyPassword+"@"+listener.Addr().String())
	for _, call := range calls {
		for range remote.MaxTries {
			r := <-asked
			if r.Method != http.MethodConnect || r.Host != call.host+".twilio.com:443" || r.Header.Get("Authorization") != "" {
				t.Errorf("%s: the proxy was asked %s %s with %v", call.name, r.Method, r.Host, r.Header)
			}
		}
	}
}

func TestUnreachableProxy(t *testing.T) {
	for _, scheme := range []string{"http", "https", "socks5"} {
		for _, line := range child(t, scheme+"://user:"+proxyPassword+"@127.0.0.1:1") {
			if !strings.Contains(line, "refused") {
				t.Errorf("over %s: %s", scheme, line)
			}
		}
	}
}
