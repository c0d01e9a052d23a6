package draft

import (
	"errors"
	"path/filepath"
	"sync"
	"testing"
)

func TestTwoWizardsDoNotMix(t *testing.T) {
	s := Store{t.TempDir()}
	target := filepath.Join(t.TempDir(), "sms.json")
	other := start(t, "save", s, target)
	path := other.said(t)
	mine := newDraft(t, s, target)
	if err := mine.Save(walk{Step: "mine"}); err != nil {
		t.Fatal(err)
	}
	if mine.Path() == path {
		t.Fatalf("both keep %s", path)
	}
	if found := abandoned(t, s); len(found) > 0 {
		t.Errorf("a living wizard's draft is offered: %v", found)
	}
	if _, err := s.Take(Info{Path: path}, new(walk)); !errors.Is(err, ErrTaken) {
		t.Errorf("took the draft of a living wizard: %v", err)
	}
	if err := mine.Remove(); err != nil {
		t.Fatal(err)
	}

	other.kill(t)
	found := abandoned(t, s)
	if len(found) != 1 || found[0].Path != path || found[0].Target != target {
		t.Fatalf("after kill -9: %+v, want %s", found, path)
	}
	var got walk
	d, err := s.Take(found[0], &got)
	if err != nil || got.Step != "Sender" || got.Texts[0] != "from another process" {
		t.Fatalf("resumed %+v: %v", got, err)
	}
	if err := d.Remove(); err != nil {
		t.Fatal(err)
	}
	if left := files(t, s); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// A wizard that kept nothing yet is left alone while it lives, and leaves
// nothing when it is killed.
func TestNothingKeptYet(t *testing.T) {
	s := Store{t.TempDir()}
	other := start(t, "new", s, "sms.json")
	other.said(t)
	if found := abandoned(t, s); len(found) > 0 || len(files(t, s)) != 1 {
		t.Errorf("found %v in %v", found, files(t, s))
	}
	other.kill(t)
	if found := abandoned(t, s); len(found) > 0 || len(files(t, s)) > 0 {
		t.Errorf("found %v in %v", found, files(t, s))
	}
}

// Of the wizards that start at once, all are offered the draft and one gets it.
func TestOneOfManyTakes(t *testing.T) {
	s := Store{t.TempDir()}
	path := leave(t, s, "/sms.json", 0)
	var wizards []wizard
	for range 4 {
		wizards = append(wizards, start(t, "take", s, path))
	}
	winners := 0
	for i, w := range wizards {
		switch line := w.said(t); line {
		case "mine <nil>":
			winners++
		case "taken by another":
		default:
			t.Errorf("wizard %d said %q", i, line)
		}
	}
	if winners != 1 {
		t.Errorf("%d wizards have the draft", winners)
	}
	for _, w := range wizards {
		w.kill(t)
	}
	if found := abandoned(t, s); len(found) != 1 {
		t.Errorf("the winner was killed, found %v", found)
	}
}

// Looking, taking, closing, starting and sweeping at once, each under the others'
// feet: at no moment do two have the draft, and it is not lost.
func TestStoreContends(t *testing.T) {
	s := Store{t.TempDir()}
	path := leave(t, s, "/sms.json", 0)
	var owner sync.Mutex
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			for range 40 {
				if i%2 == 0 {
					if _, broken, err := s.Abandoned(); err != nil || len(broken) > 0 {
						t.Error(broken, err)
					}
					if d, err := s.New("other.json"); err != nil {
						t.Error(err)
					} else if err := d.Remove(); err != nil {
						t.Error(err)
					}
					continue
				}
				d, err := s.Take(Info{Path: path}, new(walk))
				if errors.Is(err, ErrTaken) {
					continue
				}
				if err != nil {
					t.Error(err)
					continue
				}
				if !owner.TryLock() {
					t.Error("two owners")
					continue
				}
				if err := d.Save(walk{Step: "x"}); err != nil {
					t.Error(err)
				}
				owner.Unlock()
				if err := d.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if found := abandoned(t, s); len(found) != 1 || len(files(t, s)) != 1 {
		t.Errorf("found %v in %v", found, files(t, s))
	}
}
