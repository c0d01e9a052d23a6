package connector

import (
	"fmt"
	"slices"
	"testing"
)

func TestPlacesWithinAText(t *testing.T) {
	for source, want := range map[string][]string{
		`{Code}`:                           {"2 misspelt-code"},
		`é验\u00e9\n😀\ud83d\ude00 {Code}`:   {"26 misspelt-code"},
		`\ud800{{code}}`:                   {"2 lone-surrogate"},
		`{{code}} {{foo}} \u201C`:          {"11 unknown-variable", "19 avoidable-ucs2"},
		`{{code}} “{{toString}}”`:          {"11 avoidable-ucs2", "12 object-name"},
		`{{ code }} {{user.x}} {{locale}}`: {"2 spaced-placeholder", "13 email-variable", "24 locale-variable"},
		`no code`:                          {"1 missing-code"},
	} {
		d := Decode([]byte("{\"templates\": [\n{\"usageType\": \"Generic\", \"content\":\n\"" + source + "\"}]}"))
		var got []string
		for _, p := range d.Problems() {
			if p.At.Line == 3 {
				got = append(got, fmt.Sprint(p.At.Column, " ", p.Code))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %q\nwant %q", source, got, want)
		}
	}
}
