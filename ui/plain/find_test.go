package plain

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/ui/i18n"
)

// A search looks at the beginnings of words, of the name first, then anywhere.
func TestSearch(t *testing.T) {
	rows := []row{
		{label: "Branch 4: +12065550143 (3 senders)", name: "Branch 4", find: "MG04"},
		{label: "Branch 14: +12065550144 (4 senders)", name: "Branch 14", find: "MG4f"},
		{label: "Warning: Branch 41: 中文", name: "Branch 41", find: "MG41"},
	}
	for query, want := range map[string][]int{
		"branch 4": {0, 2}, "BRAN": {0, 1, 2}, "4 senders": {0, 1}, "+1206": {0, 1}, "mg4f": {1}, "warn": {2}, "中文": {2}, "": {0, 1, 2}, "none": {},
	} {
		o, _ := setup(t, i18n.English)
		o.Out = &strings.Builder{}
		s, l := &session{Options: o, tr: english}, &list{rows: rows}
		s.search(l, query)
		if !slices.Equal(l.shown, want) {
			t.Errorf("/%s leaves %v, want %v", query, l.shown, want)
		}
	}
}
