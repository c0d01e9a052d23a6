package cli

import (
	"path/filepath"
	"testing"

	"logto-twilio/ui/draft"
	"logto-twilio/ui/walk"
)

// TestDraftsElsewhere resumes a draft in another folder: its paths mean the same
// files there.
func TestDraftsElsewhere(t *testing.T) {
	state, home := t.TempDir(), t.TempDir()
	begun := &drafts{&draft.Keeper{Store: draft.Store{Dir: state}}, home}
	if begun.Path() != "" {
		t.Error("nothing is kept yet")
	}
	if err := begun.Save(1, walk.Answers{Target: "new.json", Opened: filepath.Join("old", "connector.json")}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ dir, target, opened string }{
		{t.TempDir(), filepath.Join(home, "new.json"), filepath.Join(home, "old", "connector.json")},
		{filepath.Join(home, "old"), filepath.Join(home, "new.json"), "connector.json"},
		{home, "new.json", filepath.Join("old", "connector.json")},
	} {
		begun.Close()
		resumed := &drafts{&draft.Keeper{Store: draft.Store{Dir: state}}, c.dir}
		found, _, err := resumed.Store.Abandoned()
		if err != nil || len(found) != 1 {
			t.Fatalf("found %v, %v", found, err)
		}
		a, err := resumed.Take(found[0])
		if err != nil || a.Target != c.target || a.Opened != c.opened {
			t.Errorf("in %s: target %q, opened %q, %v", c.dir, a.Target, a.Opened, err)
		}
		if resumed.Path() != found[0].Path {
			t.Errorf("kept in %q, want %q", resumed.Path(), found[0].Path)
		}
		begun = resumed
	}
	begun.Remove(2)
	if begun.Path() != "" {
		t.Error("it was removed")
	}
}
