package draft

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// leave makes a draft without an owner, last saved some time ago.
func leave(t *testing.T, s Store, target string, ago time.Duration) string {
	t.Helper()
	d := newDraft(t, s, target)
	if err := errors.Join(d.Save(walk{Step: target}), d.Close()); err != nil {
		t.Fatal(err)
	}
	age(t, d.Path(), ago)
	return d.Path()
}

func age(t *testing.T, path string, ago time.Duration) {
	t.Helper()
	if err := os.Chtimes(path, time.Time{}, time.Now().Add(-ago)); err != nil {
		t.Fatal(err)
	}
}

func TestNewestFirst(t *testing.T) {
	s := Store{t.TempDir()}
	hours := map[string]time.Duration{"/b.json": 2, "/a.json": 1, "/c.json": 3}
	for target, ago := range hours {
		leave(t, s, target, ago*time.Hour)
	}
	var got []string
	for _, info := range abandoned(t, s) {
		got = append(got, filepath.Base(info.Target))
		if ago := time.Since(info.Saved).Round(time.Hour); ago != hours["/"+filepath.Base(info.Target)]*time.Hour {
			t.Errorf("%s was saved %v ago", info.Target, ago)
		}
	}
	if fmt.Sprint(got) != "[a.json b.json c.json]" {
		t.Errorf("found %v", got)
	}
}

func TestOldDraftsAreDeleted(t *testing.T) {
	s := Store{t.TempDir()}
	leave(t, s, "/old.json", MaxAge+time.Hour)
	young := leave(t, s, "/young.json", MaxAge-time.Hour)
	mine := newDraft(t, s, "/mine.json")
	if err := mine.Save(walk{}); err != nil {
		t.Fatal(err)
	}
	age(t, mine.Path(), 2*MaxAge)
	junk := filepath.Join(s.Dir, "junk.json")
	if err := os.WriteFile(junk, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	age(t, junk, 2*MaxAge)

	if found := abandoned(t, s); len(found) != 1 || found[0].Path != young {
		t.Errorf("found %+v", found)
	}
	if left := files(t, s); len(left) != 3 { // mine, its lock, young
		t.Errorf("left: %v", left)
	}
}

func TestBrokenDrafts(t *testing.T) {
	s := Store{t.TempDir()}
	good := leave(t, s, "/good.json", 0)
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]error{}
	for name, c := range map[string]struct {
		text string
		err  error
	}{
		"empty":    {"", ErrCorrupt},
		"cut":      {string(whole[:len(whole)-2]), ErrCorrupt},
		"no-json":  {"\x1b[2Jhello", ErrCorrupt},
		"zeros":    {strings.Repeat("\x00", 100), ErrCorrupt},
		"null":     {"null", ErrVersion},
		"array":    {"[]", ErrCorrupt},
		"later":    {`{"version":2,"target":"/x","payload":{}}`, ErrVersion},
		"no-walk":  {`{"version":1,"target":"/x"}`, ErrCorrupt},
		"too-big":  {strings.Repeat(" ", maxSize+1), ErrTooBig},
		"too-deep": {strings.Repeat("[", 1<<20), ErrCorrupt},
	} {
		path := filepath.Join(s.Dir, name+".json")
		want[path] = c.err
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, broken, err := s.Abandoned()
	if err != nil || len(found) != 1 || found[0].Path != good || len(broken) != len(want) {
		t.Fatalf("found %v, %d broken, %v", found, len(broken), err)
	}
	for _, b := range broken {
		if !errors.Is(b.Err, want[b.Path]) {
			t.Errorf("%s: %v, want %v", b.Path, b.Err, want[b.Path])
		}
		if d, err := s.Take(Info{Path: b.Path}, new(walk)); d != nil || !errors.Is(err, want[b.Path]) {
			t.Errorf("taking %s: %v", b.Path, err)
		}
	}
	if left := files(t, s); len(left) != 1+len(want) {
		t.Errorf("left: %v", left)
	}
}

// What the caller's type cannot hold stays, for the version that can.
func TestTakeIntoAnotherType(t *testing.T) {
	s := Store{t.TempDir()}
	leave(t, s, "/sms.json", 0)
	info := abandoned(t, s)[0]
	if d, err := s.Take(info, new([]int)); d != nil || !errors.Is(err, ErrCorrupt) {
		t.Errorf("took it: %v", err)
	}
	if found := abandoned(t, s); len(found) != 1 {
		t.Errorf("found %v", found)
	}
}

func TestDiscard(t *testing.T) {
	s := Store{t.TempDir()}
	leave(t, s, "/sms.json", 0)
	info := abandoned(t, s)[0]
	d, err := s.Take(info, new(walk))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Discard(info); !errors.Is(err, ErrTaken) {
		t.Errorf("discarded a draft in use: %v", err)
	}
	if err := errors.Join(d.Close(), s.Discard(info), s.Discard(info)); err != nil {
		t.Error(err)
	}
	if left := files(t, s); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// A draft that was killed while it was being saved: the half of a file goes, the
// draft before it stays.
func TestKilledWhileSaving(t *testing.T) {
	s := Store{t.TempDir()}
	path := leave(t, s, "/sms.json", 0)
	half := filepath.Join(s.Dir, "."+filepath.Base(path)+".logto-twilio-abcdefghijkl.tmp")
	if err := os.WriteFile(half, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if found := abandoned(t, s); len(found) != 1 {
		t.Errorf("found %v", found)
	}
	if left := files(t, s); len(left) != 1 {
		t.Errorf("left: %v", left)
	}
}
