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

	"logto-twilio/connector/account"
	"logto-twilio/connector/remote"
)

const proxyPassword = "FAKE-proxy-password"

// TestMain lets the test binary be the child of TestProxy: net/http reads the
// proxy of the environment once in the life of a process.
func TestMain(m *testing.M) {
	if os.Getenv("TEST_PROXY_CHILD") == "" {
		os.Exit(m.Run())
	}
	o := Options{Timeout: 10 * time.Second}
	if host, ok := os.LookupEnv("TEST_PROXY_HOST"); ok {
		o.Host = &host
	}
	c := New(testSID, testToken, o)
	c.pause = time.Millisecond
	for _, call := range calls {
		fmt.Printf("%s: %#v\n", call.name, call.do(context.Background(), c))
	}
}

// child runs every call in a process of its own and returns what it printed: a
// line for each error.
func child(t *testing.T, proxy string, env ...string) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append([]string{"TEST_PROXY_CHILD=1", "HTTPS_PROXY=" + proxy}, env...)
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
		if !strings.HasPrefix(line, calls[i].name+":") || !strings.Contains(line, fmt.Sprintf("Kind:%q", account.Unreachable)) {
			t.Errorf("%s over %s: %s", calls[i].name, proxy, line)
		}
	}
	return lines
}

// recordingProxy is a proxy that refuses every tunnel and notes what it was asked.
func recordingProxy(t *testing.T) (address string, asked <-chan *http.Request) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	requests := make(chan *http.Request, 9*len(calls))
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			if r, err := http.ReadRequest(bufio.NewReader(conn)); err == nil {
				requests <- r
			}
			io.WriteString(conn, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
			conn.Close()
		}
	}()
	return "http://user:" + proxyPassword + "@" + listener.Addr().String(), requests
}

// The proxy of the environment is asked for a tunnel, and never sees the account's
// credentials. With a host of a region, no tunnel leads to any other region,
// whatever the environment says of one.
func TestProxy(t *testing.T) {
	for suffix, env := range map[string][]string{
		".twilio.com":            {"TWILIO_REGION=ie1", "TWILIO_EDGE=dublin"},
		".dublin.ie1.twilio.com": {"TEST_PROXY_HOST=API.Dublin.IE1.twilio.com", "TWILIO_REGION=au1"},
		".sydney.au1.twilio.com": {"TEST_PROXY_HOST=api.sydney.au1.twilio.com"},
	} {
		proxy, asked := recordingProxy(t)
		child(t, proxy, env...)
		for _, call := range calls {
			for range remote.MaxTries {
				r := <-asked
				if r.Method != http.MethodConnect || r.Host != call.host+suffix+":443" || r.Header.Get("Authorization") != "" {
					t.Errorf("%s: the proxy was asked %s %s with %v", call.name, r.Method, r.Host, r.Header)
				}
			}
		}
		if len(asked) > 0 {
			t.Errorf("%s: %d more requests", suffix, len(asked))
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
