package connector

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/problem"
)

// guardTexts is how many configurations TestGuardConformance compares.
const guardTexts = 10_000

// TestGuardConformance compares decoding and the guard with published releases of
// the connector: what JSON.parse takes, and what their guards accept of that.
// LOGTO_TWILIO_CONNECTOR names the folder whose node_modules holds them (an older
// one under a name of its own, see .ci/package.json), LOGTO_TWILIO_NODE the node
// binary, LOGTO_TWILIO_SEED another seed.
func TestGuardConformance(t *testing.T) {
	folder := os.Getenv("LOGTO_TWILIO_CONNECTOR")
	if folder == "" {
		t.Skip("needs the published npm packages: LOGTO_TWILIO_CONNECTOR is not set")
	}
	for version, name := range map[string]string{"1.4.4": "@logto/connector-twilio-sms", "1.4.1": "connector-1.4.1"} {
		t.Run(version, func(t *testing.T) {
			i := slices.IndexFunc(releases, func(r Release) bool { return r.To == version })
			compareGuard(t, releases[i], folder, name)
		})
	}
}

// compareGuard compares a release with the package that it was published as.
func compareGuard(t *testing.T, r Release, folder, name string) {
	maker := configMaker{rand.New(rand.NewPCG(conformanceSeed(t), 1)), false}
	texts := make([]string, guardTexts)
	for i := range texts {
		texts[i] = maker.text()
	}
	texts[0] = string(NewDocument(Config{Templates: templatesOf(Portable)}).Bytes())
	tally := make(map[string]int)
	for i, want := range askGuard(t, folder, name, texts) {
		d := Decode([]byte(texts[i]))
		got := "null"
		if d.readable() {
			got = fmt.Sprint(r.Accepts(d))
		}
		if tally[want]++; got != want {
			t.Errorf("text %d: %s, the published connector says %s:\n%s", i, got, want, texts[i])
		}
		// The same verdict must follow from the problems.
		if refused := refusal(d.Problems()); refused != (want != "true") {
			t.Errorf("text %d: problems of a refusal %t, the published connector says %s:\n%s", i, refused, want, texts[i])
		}
	}
	t.Logf("accepted, refused, no JSON: %d, %d, %d", tally["true"], tally["false"], tally["null"])
	for _, verdict := range []string{"true", "false", "null"} {
		if tally[verdict] < guardTexts/20 {
			t.Errorf("only %d of %d texts are %s: the generator proves little", tally[verdict], guardTexts, verdict)
		}
	}
}

// refusal reports whether one of the problems is one for which the guard, or
// JSON.parse, refuses a text.
func refusal(problems []problem.Problem) bool {
	for _, p := range problems {
		switch p.Code {
		case problem.NotAnObject, problem.MissingKey, problem.WrongType, problem.MissingUsageTypes, problem.EmptyHost, problem.HostIsAddress, problem.MisspeltHost, problem.BadHost:
			return true
		}
		if isSyntax(p.Code) {
			return true
		}
	}
	return false
}

// isSyntax reports whether a code is one of a text that cannot be decoded.
func isSyntax(c problem.Code) bool {
	for _, known := range problem.Codes() {
		if known == problem.WrappedConfiguration {
			return false
		}
		if known == c {
			return true
		}
	}
	return false
}

// askGuard hands the texts to node and returns true, false or null for each.
func askGuard(t *testing.T, folder, name string, texts []string) []string {
	var in strings.Builder
	for _, text := range texts {
		line, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
	}
	node := os.Getenv("LOGTO_TWILIO_NODE")
	if node == "" {
		node = "node"
	}
	cmd := exec.CommandContext(t.Context(), node, "testdata/guard.mjs", folder, name)
	cmd.Stdin = strings.NewReader(in.String())
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("asking the published connector: %v", err)
	}
	answers := strings.Fields(string(out))
	if len(answers) != len(texts) {
		t.Fatalf("%d answers for %d texts", len(answers), len(texts))
	}
	return answers
}
