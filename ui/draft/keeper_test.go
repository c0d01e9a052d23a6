package draft

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// keeps is what a store's only draft holds, "" where it has none.
func keeps(t *testing.T, k *Keeper) string {
	t.Helper()
	if k.Path() == "" {
		return ""
	}
	e, err := read(k.Path())
	if err != nil {
		t.Fatal(err)
	}
	return string(e.Payload)
}

// TestKeeperOrder does what is asked of a keeper in another order than it was meant.
func TestKeeperOrder(t *testing.T) {
	for name, c := range map[string]struct {
		do   []int // serial numbers of saves; negative: of a removal
		want string
	}{
		"nothing":                 {nil, ""},
		"one":                     {[]int{1}, "1"},
		"in order":                {[]int{1, 2, 3}, "3"},
		"overtaken":               {[]int{2, 1}, "2"},
		"far behind":              {[]int{5, 1, 4, 3}, "5"},
		"the same again":          {[]int{2, 2}, "2"},
		"removed":                 {[]int{1, -2}, ""},
		"a save that came late":   {[]int{1, -3, 2}, ""},
		"a save after a removal":  {[]int{1, -3, 4}, "4"},
		"a removal that is late":  {[]int{5, -3, 4}, ""},
		"a removal with no draft": {[]int{-3, 2}, ""},
	} {
		k := &Keeper{Store: Store{t.TempDir()}}
		for _, serial := range c.do {
			if serial < 0 {
				k.Remove(-serial)
			} else if err := k.Save(serial, "sms.json", serial); err != nil {
				t.Fatal(err)
			}
		}
		left := 0 // files: a draft and its lock
		if c.want != "" {
			left = 2
		}
		if got := keeps(t, k); got != c.want || len(c.do) > 0 && len(files(t, k.Store)) != left {
			t.Errorf("%s: %q is kept, want %q; left: %v", name, got, c.want, files(t, k.Store))
		}
		k.Close()
	}
}

// Saves that overtake one another leave the newest.
func TestKeeperContends(t *testing.T) {
	k := &Keeper{Store: Store{t.TempDir()}}
	defer k.Close()
	var all sync.WaitGroup
	for serial := 1; serial <= 40; serial++ {
		all.Go(func() {
			if err := k.Save(serial, fmt.Sprint(serial), serial); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got := keeps(t, k); got != "40" || len(files(t, k.Store)) != 2 {
		t.Errorf("%q is kept in %v", got, files(t, k.Store))
	}
}

func TestKeeperTakes(t *testing.T) {
	s := Store{t.TempDir()}
	old := leave(t, s, "/sms.json", 0)
	k := &Keeper{Store: s}
	if err := k.Save(1, "other.json", walk{Step: "begun"}); err != nil {
		t.Fatal(err)
	}
	begun := k.Path()
	if err := k.Take(Info{Path: begun}, new(walk)); !errors.Is(err, ErrTaken) || k.Path() != begun {
		t.Errorf("took its own: %v", err)
	}
	var got walk
	if err := k.Take(Info{Path: old}, &got); err != nil || k.Path() != old {
		t.Fatalf("%v, kept in %s", err, k.Path())
	}
	if left := files(t, s); len(left) != 2 || slices.Contains(left, filepath.Base(begun)) {
		t.Errorf("what was begun before is left: %v", left)
	}
	if err := k.Save(2, "new.json", walk{Step: "resumed"}); err != nil {
		t.Fatal(err)
	}
	k.Close()
	found := abandoned(t, s)
	if len(found) != 1 || found[0].Path != old || filepath.Base(found[0].Target) != "new.json" {
		t.Errorf("after it: %+v", found)
	}
}

// A store that cannot keep says so each time, and names no file.
func TestKeeperWithoutAFolder(t *testing.T) {
	k := &Keeper{}
	for serial := range 2 {
		if err := k.Save(serial, "sms.json", 1); err == nil || k.Path() != "" {
			t.Errorf("kept in %q, %v", k.Path(), err)
		}
	}
	k.Remove(3)
	k.Close()
}
