package twilio

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

func answers(status int, body string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		io.WriteString(w, body)
	}
}

func refusal(status, code int) http.HandlerFunc {
	return answers(status, fmt.Sprintf(
		`{"code":%d,"message":"Words","more_info":"https://www.twilio.com/docs/errors/%[1]d","status":%d}`, code, status))
}

// farTooLong is where endless answers end after all, so that a client which reads on
// fails its test instead of filling the memory.
const farTooLong = 8 << 20

// endless writes a body as fast as it is read, or slowly; of farTooLong bytes at most.
func endless(status int, pause time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(status)
		chunk := strings.Repeat(" ", 32<<10)
		for written := 0; r.Context().Err() == nil && written < farTooLong; written += len(chunk) {
			if _, err := io.WriteString(w, chunk); err != nil {
				return
			}
			if pause > 0 {
				chunk = " "
				w.(http.Flusher).Flush()
				time.Sleep(pause)
			}
		}
	}
}

// large writes a JSON text of 40 MB.
func large(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		io.WriteString(w, `{"code":20404,"message":"`)
		chunk := strings.Repeat("x", 1<<20)
		for range 40 {
			if _, err := io.WriteString(w, chunk); err != nil {
				return
			}
		}
		io.WriteString(w, `"}`)
	}
}

func hang(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// drop ends the connection without a word, after the request was read.
func drop(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

const htmlPage = "<html><head><title>502 Bad Gateway</title></head></html>"

// echo repeats what it was sent, coloured, as an error message.
func echo(w http.ResponseWriter, r *http.Request) {
	user, password, _ := r.BasicAuth()
	w.WriteHeader(400)
	fmt.Fprintf(w, `{"code":21211,"message":"\u001b[31mred\u001b[0m %s\u0007 %s:%s \u202e%s","more_info":"https://evil.example/\u001b[31m"}`,
		strings.TrimPrefix(r.Header.Get("Authorization"), "Basic "), user, password, strings.Repeat("long ", 1000))
}

func resetEach(listener net.Listener, seen *atomic.Int32) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		seen.Add(1)
		conn.Read(make([]byte, 1))
		conn.(*net.TCPConn).SetLinger(0)
		conn.Close()
	}
}
