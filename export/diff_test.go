package export

import (
	"fmt"
	"strings"
	"testing"
)

// picture is a difference as text: a sign and the line.
func picture(lines []DiffLine) string {
	var b strings.Builder
	for _, l := range lines {
		if l.Kind == Skipped {
			fmt.Fprintf(&b, "@%d\n", l.Count)
			continue
		}
		b.WriteString(map[DiffKind]string{Same: " ", Added: "+", Removed: "-", Changed: "~"}[l.Kind] + l.Text + "\n")
	}
	return b.String()
}

// numbers are the lines from..to, each a number.
func numbers(from, to int) string {
	var b strings.Builder
	for i := from; i <= to; i++ {
		fmt.Fprintln(&b, i)
	}
	return b.String()
}

func TestCompare(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"equal":                {"a\nb\n", "a\nb\n", ""},
		"both empty":           {"", "", ""},
		"line ends only":       {"a\r\nb", "a\nb\n", ""},
		"from nothing":         {"", "a\nb\n", "+a\n+b\n"},
		"to nothing":           {"a\n", "", "-a\n"},
		"everything":           {"a\nb\n", "c\n", "-a\n-b\n+c\n"},
		"an empty line":        {"a\n\nb\n", "a\nb\n", " a\n-\n b\n"},
		"the middle":           {numbers(1, 20), numbers(1, 9) + "x\n" + numbers(11, 20), "@6\n 7\n 8\n 9\n-10\n+x\n 11\n 12\n 13\n@7\n"},
		"the first":            {numbers(1, 9), "x\n" + numbers(2, 9), "-1\n+x\n 2\n 3\n 4\n@5\n"},
		"the last":             {numbers(1, 9), numbers(1, 8) + "x\n", "@5\n 6\n 7\n 8\n-9\n+x\n"},
		"far from each other":  {numbers(1, 20), "a\n" + numbers(2, 19) + "b\n", "-1\n+a\n 2\n 3\n 4\n@12\n 17\n 18\n 19\n-20\n+b\n"},
		"one line is no gap":   {numbers(1, 9), "a\n" + numbers(2, 8) + "b\n", "-1\n+a\n 2\n 3\n 4\n 5\n 6\n 7\n 8\n-9\n+b\n"},
		"one line at the end":  {numbers(1, 5), "a\n" + numbers(2, 5), "-1\n+a\n 2\n 3\n 4\n 5\n"},
		"escapes are shown":    {"a\x1b[2J\n", "b\n", "-a\\u001b[2J\n+b\n"},
		"the token is masked":  {`"authToken": "old"`, `"authToken": "new"`, "~\"authToken\": \"••••••••\"\n"},
		"token and what is by": {"\"authToken\": \"old\",\n1\n", "\"authToken\": \"new\"\n1\n", "-\"authToken\": \"••••••••\",\n+\"authToken\": \"••••••••\"\n 1\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := picture(compare(newSide(c.old, nil), newSide(c.new, nil), true))
			if got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// The same token, written otherwise, is no change.
func TestCompareSameToken(t *testing.T) {
	old, new := newSide(`"authToken": "\u0061bc"`, nil), newSide(`"authToken": "abc"`, nil)
	if got := compare(old, new, false); got != nil {
		t.Errorf("%s", picture(got))
	}
}

func BenchmarkCompare(b *testing.B) {
	old := strings.Repeat("  \"content\": \"Your code is {{code}}\",\n", 60) + `"authToken": "old"`
	new := strings.Replace(old, "code is", "number is", 3)
	for b.Loop() {
		compare(newSide(old, []string{hidden}), newSide(new, []string{hidden}), true)
	}
}
