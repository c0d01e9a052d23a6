package connector

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"logto-twilio/connector/sms"
)

// smsTexts is how many texts TestSMSConformance compares.
const smsTexts = 10_000

// referenceAnswer is a line of testdata/sms.mjs.
type referenceAnswer struct {
	Rendered   []byte
	Encoding   sms.Encoding
	Segments   int
	Characters int
	Used       int
	Clusters   []int
	NonGSM     int
}

// TestSMSConformance compares rendering and measuring with the published
// packages themselves. LOGTO_TWILIO_CONNECTOR names the folder whose
// node_modules holds @logto/connector-kit and sms-segments-calculator,
// LOGTO_TWILIO_NODE the node binary, LOGTO_TWILIO_SEED another seed.
func TestSMSConformance(t *testing.T) {
	folder := os.Getenv("LOGTO_TWILIO_CONNECTOR")
	if folder == "" {
		t.Skip("needs the published npm packages: LOGTO_TWILIO_CONNECTOR is not set")
	}
	maker := textMaker{rand.New(rand.NewPCG(conformanceSeed(t), 0))}
	texts := make([][]uint16, smsTexts)
	for i := range texts {
		texts[i] = maker.make(i)
	}
	payload, payloadJSON := conformancePayload(t)
	differences := 0
	for i, answer := range askReference(t, folder, payloadJSON, texts) {
		text := fromUTF16(texts[i])
		for _, d := range differ(text, payload, answer) {
			t.Errorf("text %d, %s: %s", i, jsonString(texts[i]), d)
			differences++
		}
		if differences > 10 {
			t.Fatal("and so on")
		}
	}
}

// conformanceSeed is 1, or what LOGTO_TWILIO_SEED says.
func conformanceSeed(t *testing.T) uint64 {
	text := os.Getenv("LOGTO_TWILIO_SEED")
	if text == "" {
		return 1
	}
	seed, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("LOGTO_TWILIO_SEED: %v", err)
	}
	return seed
}

// conformancePayload is what an SMS gets with values that are empty or half a
// character, and the same as JSON.
func conformancePayload(t *testing.T) (Payload, []byte) {
	p := SMSPayload(SignIn, "{{ code }} 1 💬")
	p["empty"] = ""
	written, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	p["low"], p["high"] = "\xed\xb8\x80", "\xed\xa0\xbd"
	return p, append(bytes.TrimSuffix(written, []byte("}")), `,"low":"\ude00","high":"\ud83d"}`...)
}

// askReference hands the texts to node and returns an answer for each.
func askReference(t *testing.T, folder string, payload []byte, texts [][]uint16) []referenceAnswer {
	lines := []string{string(payload)}
	for _, text := range texts {
		lines = append(lines, jsonString(text))
	}
	return runReference(t, folder, lines, len(texts))
}

// runReference hands lines of JSON to testdata/sms.mjs and reads so many answers.
func runReference(t *testing.T, folder string, lines []string, count int) []referenceAnswer {
	t.Helper()
	node := os.Getenv("LOGTO_TWILIO_NODE")
	if node == "" {
		node = "node"
	}
	cmd := exec.CommandContext(t.Context(), node, "testdata/sms.mjs", folder)
	cmd.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("asking the reference: %v", err)
	}
	answers := make([]referenceAnswer, 0, count)
	for line := range bytes.Lines(out) {
		var a referenceAnswer
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatalf("reading an answer of the reference: %v", err)
		}
		answers = append(answers, a)
	}
	if len(answers) != count {
		t.Fatalf("%d answers for %d texts", len(answers), count)
	}
	return answers
}

// rendered is the text that the reference made.
func (a referenceAnswer) rendered() string {
	units := make([]uint16, len(a.Rendered)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(a.Rendered[2*i:])
	}
	return fromUTF16(units)
}

// differ says in what the reference's answer is another than ours.
func differ(text string, p Payload, want referenceAnswer) []string {
	var found []string
	if got, want := Render(text, p), want.rendered(); got != want {
		found = append(found, fmt.Sprintf("Render = %q, the reference %q", got, want))
	}
	m := sms.MeasureText(text)
	if m.Encoding != want.Encoding || m.Segments != want.Segments || m.Characters != want.Characters || m.Used != want.Used {
		found = append(found, fmt.Sprintf("MeasureText = %+v, the reference %s, %d segments, %d characters, %d in the last",
			m, want.Encoding, want.Segments, want.Characters, want.Used))
	}
	if got := clusterUnits(text); !slices.Equal(got, want.Clusters) {
		found = append(found, fmt.Sprintf("clusters of %v units, the reference %v", got, want.Clusters))
	}
	if got := len(sms.NonGSMClusters(text)); got != want.NonGSM {
		found = append(found, fmt.Sprintf("%d clusters are not GSM-7, the reference says %d", got, want.NonGSM))
	}
	return found
}

// clusterUnits returns the length of each cluster in UTF-16 code units.
func clusterUnits(text string) []int {
	var units []int
	clusters := sms.ClusterScanner{Text: text}
	for clusters.Scan() {
		units = append(units, clusters.Units)
	}
	return units
}
