package wizard

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"logto-twilio/ui/i18n"
)

// extremes are sizes that a terminal may have for a moment.
var extremes = []size{{20, 5}, {12, 4}, {1, 1}, {300, 100}, {36, 12}, {300, 5}, {20, 100}}

// TestResizingChangesNothing resizes every screen wildly: back at 80×24 it is
// what it was.
func TestResizingChangesNothing(t *testing.T) {
	folder(t)
	random := rand.New(rand.NewPCG(1, 2)) // the same sizes in every run
	for _, s := range scenes() {
		refill(t)
		synctest.Test(t, func(t *testing.T) {
			d := newDirect(t, s.start(i18n.English))
			defer d.close()
			for _, a := range s.actions {
				if a.do != nil {
					a.do(d)
					continue
				}
				before, cursor := d.screen(), d.m.View().Cursor
				for range 5 {
					d.resize(1+random.IntN(200), 1+random.IntN(70))
					_ = d.m.View()
				}
				for _, at := range extremes {
					d.resize(at.width, at.height)
					_ = d.m.View()
				}
				d.resize(80, 24)
				if after := d.screen(); before != after || !sameCursor(cursor, d.m.View().Cursor) {
					t.Errorf("%s, %s was\n%s\nand is\n%s", s.name, a.shot, before, after)
				}
			}
		})
	}
}

// TestTheSizeIsAskedFor at the start: a change before Bubble Tea listens is lost.
func TestTheSizeIsAskedFor(t *testing.T) {
	batch, _ := New(newOptions(i18n.English)).Init()().(tea.BatchMsg)
	asked := reflect.TypeOf(tea.RequestWindowSize())
	if !slices.ContainsFunc(batch, func(c tea.Cmd) bool { return reflect.TypeOf(c()) == asked }) {
		t.Error("the terminal is not asked for its size")
	}
}

// TestResizingForLong does it five hundred times, in the step that has most.
func TestResizingForLong(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	o := newOptions(i18n.Chinese)
	chosen(&o)
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter", "enter"), press("e"))
		before := d.screen()
		for range 500 {
			d.resize(1+random.IntN(300), 1+random.IntN(100))
			_ = d.m.View()
		}
		d.resize(80, 24)
		if after := d.screen(); before != after {
			t.Errorf("it was\n%s\nand is\n%s", before, after)
		}
	})
}

// TestSizeAtStartMakesNoDifference compares a wizard that was resized with one
// that had the size from the beginning.
func TestSizeAtStartMakesNoDifference(t *testing.T) {
	folder(t)
	for _, s := range scenes() {
		for _, at := range sizes()[1:] {
			var screens [2]string
			for i, first := range []bool{true, false} {
				refill(t)
				synctest.Test(t, func(t *testing.T) {
					d := newDirect(t, s.start(i18n.English))
					defer d.close()
					if first {
						d.resize(at.width, at.height)
					}
					for _, a := range s.actions[:firstShot(s)] {
						if a.do != nil {
							a.do(d)
						}
					}
					d.resize(at.width, at.height)
					screens[i] = d.screen()
				})
			}
			if screens[0] != screens[1] {
				t.Errorf("%s, %s at %s: begun with\n%s\nresized to\n%s", s.golden, s.name, at, screens[0], screens[1])
			}
		}
	}
}

// firstShot is where a scene looks at its first screen.
func firstShot(s scene) int {
	for i, a := range s.actions {
		if a.do == nil {
			return i
		}
	}
	return len(s.actions)
}
