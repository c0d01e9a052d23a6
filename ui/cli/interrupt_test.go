//go:build unix

package cli

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/twiliosim"
)

// TestInterrupt ends doctor and send by a signal while they wait for Twilio: at
// once, with exit code 130, and with what is known of a message.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	const hanging = "00000000000000000000000000000504"
	for name, test := range map[string]struct {
		args     []string
		token    string
		signal   os.Signal
		requests int // to wait for
		out      string
		words    string
	}{
		"doctor":           {[]string{"doctor"}, hanging, os.Interrupt, 1, "", "logto-twilio: Interrupted.\n"},
		"doctor, told to":  {[]string{"doctor", "--json"}, hanging, syscall.SIGTERM, 1, "\"checks\": [],\n  \"error\": {\n    \"code\": \"canceled\",", "Interrupted."},
		"send, asking":     {[]string{"send", "--json", "--to", "+15000000504"}, "", os.Interrupt, 1, "\"outcome\": \"unknown\",\n  \"errorCode\": null,\n  \"errorMessage\": \"\",", "may or may not have been sent"},
		"send, following":  {[]string{"send", "--to", "+15000000200"}, "", os.Interrupt, 2, "SM", "Twilio accepted the message SM"},
		"send, to be read": {[]string{"send", "--json", "--to", "+15000000200"}, "", syscall.SIGTERM, 2, `"outcome": "pending"`, "may still arrive"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := simulate(t)
			token := test.token
			if token == "" {
				token = twiliosim.DemoAuthToken
			}
			config := connector.Config{AccountSID: twiliosim.DemoAccountSID, AuthToken: token, FromMessagingServiceSID: twiliosim.DemoServiceSID,
				Templates: []connector.Template{{UsageType: connector.Generic, Content: "{{code}}"}}}
			file := filepath.Join(t.TempDir(), "connector.json")
			if err := os.WriteFile(file, connector.NewDocument(config).Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			code, out, words := interrupt(t, sim, test.signal, test.requests, append(test.args, file, "--lang", "en"))
			if code != exitInterrupted || !strings.Contains(out, test.out) || test.out == "" && out != "" || !strings.Contains(words, test.words) {
				t.Errorf("exit code %d\n%s\n%s", code, out, words)
			}
			if strings.Contains(out+words, token) {
				t.Error("the token is shown")
			}
		})
	}
}

// interrupt runs the program against a simulated Twilio until that was asked so
// often, sends a signal, and returns how the program ended.
func interrupt(t *testing.T, sim simulated, signal os.Signal, requests int, args []string) (code int, out, words string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.Env = append(os.Environ(), programEnv+"="+asIs, "LOGTO_TWILIO_URL="+sim.URL, "GORACE=atexit_sleep_ms=0")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(patience); len(sim.Requests()) < requests; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			_ = cmd.Process.Kill()
			t.Fatalf("%d requests were made, want %d", len(sim.Requests()), requests)
		}
	}
	at := time.Now()
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	var ended *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &ended) {
		t.Fatalf("it ended with %v", err)
	}
	if took := time.Since(at); took > 10*time.Second { // an answer is waited for for 30
		t.Errorf("it took %s to end", took)
	}
	return ended.ExitCode(), stdout.String(), stderr.String()
}

// TestSecondSignal ends a program whose report nobody reads: the first signal cannot.
func TestSecondSignal(t *testing.T) {
	t.Parallel()
	sim := simulate(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	config := connector.Config{AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken,
		FromMessagingServiceSID: twiliosim.DemoServiceSID,
		Templates:               []connector.Template{{UsageType: connector.Generic, Content: "{{code}}"}}}
	file := filepath.Join(t.TempDir(), "connector.json")
	if err := os.WriteFile(file, connector.NewDocument(config).Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, "send", file, "--to", "+15551234567", "--json")
	cmd.Stdout = fullPipe(t)
	cmd.Env = append(os.Environ(), programEnv+"="+asIs, "LOGTO_TWILIO_URL="+sim.URL, "GORACE=atexit_sleep_ms=0")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for range 30 {
		select {
		case <-ended:
			if n := len(sim.Requests()); n == 0 {
				t.Error("nothing was sent")
			}
			return
		case <-time.After(time.Second):
		}
		if len(sim.Requests()) > 0 {
			_ = cmd.Process.Signal(syscall.SIGTERM)
		}
	}
	_ = cmd.Process.Kill()
	t.Error("it does not end")
}

// TestTwoSignalsAtOnce sends the same signal on twice, as a wrapper may: the program goes
// on with what it has to say. Without that second of patience the second one kills.
func TestTwoSignalsAtOnce(t *testing.T) {
	t.Parallel()
	sim := simulate(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, "send", saved(t, demoDocument()), "--to", "+15000000200", "--json")
	cmd.Stdout = fullPipe(t) // it cannot end by itself
	cmd.Env = append(os.Environ(), programEnv+"="+asIs, "LOGTO_TWILIO_URL="+sim.URL, "GORACE=atexit_sleep_ms=0")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for deadline := time.Now().Add(patience); len(sim.Requests()) < 2 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	first := time.Now()
	_ = cmd.Process.Signal(syscall.SIGTERM)
	time.Sleep(deafAfter / 5)
	_ = cmd.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-ended:
		if took := time.Since(first); took < deafAfter {
			t.Errorf("it ended after %s with %v", took, err)
		}
	case <-time.After(deafAfter / 2):
	}
	_ = cmd.Process.Kill()
}

// fullPipe is the writing end of a pipe that takes nothing more.
func fullPipe(t *testing.T) *os.File {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); w.Close() })
	_ = w.SetWriteDeadline(time.Now().Add(200 * time.Millisecond))
	for chunk := make([]byte, 4096); ; {
		if _, err := w.Write(chunk); err != nil {
			break
		}
	}
	return w
}
