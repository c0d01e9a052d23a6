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
	_, err := c.Account(context.Background())
	fmt.Printf("%T %#v", err, err)
}

// child runs Account in a process of its own and returns what it printed.
func child(t *testing.T, proxy string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = []string{"TEST_PROXY_CHILD=1", "HTTPS_PROXY=" + proxy}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, secret := range []string{testToken, proxyPassword} {
		if strings.Contains(string(out), secret) {
			t.Errorf("%q is in %s", secret, out)
		}
	}
	return string(out)
}

// The proxy of the environment is asked for a tunnel, and never sees the
// account's credentials.
func TestProxy(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	asked := make(chan *http.Request, 9)
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
	out := child(t, "http://user:"+proxyPassword+"@"+listener.Addr().String())
	if !strings.Contains(out, fmt.Sprintf("Kind:%q", connector.Unreachable)) {
		t.Errorf("the call returned %s", out)
	}
	select {
	case r := <-asked:
		if r.Method != http.MethodConnect || r.Host != "api.twilio.com:443" || r.Header.Get("Authorization") != "" {
			t.Errorf("the proxy was asked %s %s with %v", r.Method, r.Host, r.Header)
		}
	default:
		t.Error("the proxy was not asked")
	}
}

func TestUnreachableProxy(t *testing.T) {
	for _, scheme := range []string{"http", "https", "socks5"} {
		out := child(t, scheme+"://user:"+proxyPassword+"@127.0.0.1:1")
		if !strings.Contains(out, fmt.Sprintf("Kind:%q", connector.Unreachable)) || !strings.Contains(out, "refused") {
			t.Errorf("over %s the call returned %s", scheme, out)
		}
	}
}
