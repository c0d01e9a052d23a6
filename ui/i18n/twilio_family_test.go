package i18n

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// everything yields every text of a family, by its first code.
func (f *family) everything() iter.Seq2[string, text] {
	return func(yield func(string, text) bool) {
		key := fmt.Sprintf("twilio.%d.", f.ranges[0][0])
		texts := map[string]text{key + "family": f.title, key + "family.why": f.why}
		if len(f.members) > 0 {
			texts[key+"named"] = f.named
		}
		for i, do := range f.do {
			if do != (text{}) {
				texts[fmt.Sprintf("%sfamily.do.%d", key, i)] = do
			}
		}
		for _, m := range f.members {
			texts[fmt.Sprintf("twilio.%d.reason", m.code)] = m.reason
		}
		for key, t := range texts {
			if !yield(key, t) {
				return
			}
		}
	}
}

// A family's codes are in order, in its ranges, and no other's; each goes a way that
// the family has.
func TestFamilies(t *testing.T) {
	var all [][2]int
	for _, f := range families {
		all = append(all, f.ranges...)
		for i, m := range f.members {
			if i > 0 && f.members[i-1].code >= m.code {
				t.Errorf("%d is out of order", m.code)
			}
			if !slices.ContainsFunc(f.ranges, func(r [2]int) bool { return r[0] <= m.code && m.code <= r[1] }) {
				t.Errorf("%d is in no range of its family", m.code)
			}
			if f.do[m.way] == (text{}) {
				t.Errorf("nothing is said of what to do about %d", m.code)
			}
		}
		if f.do[amend] == (text{}) {
			t.Errorf("%v: nothing is said of what to do", f.ranges)
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return a[0] - b[0] })
	for i, r := range all {
		if r[0] > r[1] || i > 0 && all[i-1][1] >= r[0] {
			t.Errorf("%v overlaps", r)
		}
	}
	for _, x := range twilioTexts {
		if slices.ContainsFunc(all, func(r [2]int) bool { return r[0] <= x.code && x.code <= r[1] }) {
			t.Errorf("%d is explained alone and in a family", x.code)
		}
	}
}

// What Twilio answers is explained: what it is, and whether it can be mended.
func TestFamiliesExplain(t *testing.T) {
	for code, want := range map[int][3]string{ // a part of title, why and do
		30437: {"Toll-free verification: the time to correct it is over", "30032", "like a new one"},
		30445: {"business details not confirmed", "toll-free", "3 to 5 business days"},
		30461: {"gambling", "blocked", "does not verify toll-free numbers for this"},
		30475: {"consent bundled", "blocked", "submit it again"},
		30490: {"The toll-free verification was not accepted", "blocked", "read the reason"},
		30499: {"The toll-free verification was not accepted", "blocked", "read the reason"},
		30506: {"The toll-free verification was not accepted", "blocked", "read the reason"},
		30549: {"The toll-free verification was not accepted", "blocked", "read the reason"},
		30700: {"The A2P 10DLC brand was not registered", "30034", "submit it again"},
		30720: {"The A2P 10DLC brand was not registered", "30034", "submit it again"},
		30791: {"a passing error", "30034", "half a minute"},
		30795: {"tax number and company do not match", "30034", "tax register"},
		30841: {"The verification of the number was rejected", "blocked", "read the reason"},
		30886: {"A2P campaign: the description", "30034", "10 to 15 business days"},
		30897: {"disallowed content", "30034", "cannot be submitted again"},
		30904: {"not shared with Twilio", "30034", "The Campaign Registry"},
		30936: {"The A2P 10DLC campaign was rejected", "30034", "submit it again"},
		30994: {"not confirmed by e-mail", "30034", "Look for Twilio's e-mail"},
		21727: {"A2P request: a detail of the campaign is missing", "A2P", "submit it again"},
		21734: {"Twilio did not carry out the A2P request", "A2P", "submit it again"},
		21732: {"has a campaign already", "A2P", "Delete the campaign"},
	} {
		e := In(English).TwilioError(code)
		for i, part := range []string{e.Title, e.Why, e.Do} {
			if !strings.Contains(part, want[i]) {
				t.Errorf("%d: %q, want %q in it", code, part, want[i])
			}
		}
		if zh := In(Chinese).TwilioError(code); !e.Known || !zh.Known || zh.Title == e.Title || zh.Do == e.Do {
			t.Errorf("%d in Chinese is %+v", code, zh)
		}
	}
}

// Where Twilio's words have changed, so have ours.
func TestTwilioAdviceIsToday(t *testing.T) {
	for code, want := range map[int]string{
		20403:  "suspended or closed",
		21611:  "ten hours",
		21635:  "landline",
		21709:  "switch on Alphanumeric Sender ID",
		21714:  "one alphanumeric sender ID for each country",
		30007:  "SIDs of three or more",
		30018:  "Warning",
		30032:  "3 to 5 business days",
		30033:  "ask Twilio support to lift the suspension",
		30034:  "10 to 15 business days",
		30040:  "is not registered for the account",
		30450:  "SMS Pumping Protection is a setting of the account",
		30990:  "ask Twilio support to lift the suspension",
		572006: "Today's trial accounts",
	} {
		e := In(English).TwilioError(code)
		if said := e.Title + "\n" + e.Why + "\n" + e.Do; !strings.Contains(said, want) {
			t.Errorf("%d: %q is not in\n%s", code, want, said)
		}
	}
}

// A code that means what another does says the same, and keeps its own page.
func TestTwins(t *testing.T) {
	for _, pair := range twins {
		a, b := In(English).TwilioError(pair[0]), In(English).TwilioError(pair[1])
		if !a.Known || a.Title != b.Title || a.Do != b.Do || a.Code != pair[0] || !strings.HasSuffix(a.Link, strconv.Itoa(pair[0])) {
			t.Errorf("%d is %+v", pair[0], a)
		}
	}
}

// The simulated servers answer no code of Twilio's that has no explanation: every
// number of their source that can be one is looked up.
func TestSimulatorsAnswerWhatIsExplained(t *testing.T) {
	codes := [][2]int{{10001, 10999}, {20001, 22999}, {30001, 30999}, {60000, 60999}, {63000, 63999}, {70000, 70999}, {572000, 572999}}
	found := 0
	for _, dir := range []string{"../../connector/twiliosim", "../../connector/twiliosim/adversity",
		"../../connector/logto/logtosim", "../../connector/logto/logtosim/faults"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no source: %v", dir, err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.INT {
					return true
				}
				code, err := strconv.Atoi(lit.Value)
				if err != nil || !slices.ContainsFunc(codes, func(r [2]int) bool { return r[0] <= code && code <= r[1] }) {
					return true
				}
				found++
				if !In(English).TwilioError(code).Known {
					t.Errorf("%s answers %d, which has no explanation", path, code)
				}
				return true
			})
		}
	}
	if found < 100 {
		t.Errorf("the simulators have %d codes only", found)
	}
}
