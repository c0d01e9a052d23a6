package cli

import (
	"runtime"
	"sync"

	"logto-twilio/ui/draft"
	"logto-twilio/ui/walk"
)

// drafts keeps the answers of this walk in a draft of its own. Saves come from
// commands of the wizard, which may overtake one another: the lock and the
// serial number keep an older one from replacing a newer one.
type drafts struct {
	store draft.Store

	mu   sync.Mutex
	own  *draft.Draft
	last int // the serial number of what was done last
}

// openDrafts returns where this walk's draft is kept, and those that were
// abandoned; nil where there is no place for drafts.
func openDrafts(env Env) (*drafts, []draft.Info) {
	dir, err := draft.DefaultDir(env.Getenv, runtime.GOOS)
	if err != nil {
		return nil, nil
	}
	d := &drafts{store: draft.Store{Dir: dir}}
	abandoned, _, err := d.store.Abandoned()
	if err != nil {
		return nil, nil
	}
	return d, abandoned
}

// Take resumes an abandoned draft, which becomes this walk's own.
func (d *drafts) Take(info draft.Info) (walk.Answers, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var a walk.Answers
	taken, err := d.store.Take(info, &a)
	if err != nil {
		return a, err
	}
	if d.own != nil {
		_ = d.own.Remove() // what was begun before is given up for the draft
	}
	d.own = taken
	return a, nil
}

// Save keeps the answers; an older serial number than the last does nothing.
func (d *drafts) Save(serial int, a walk.Answers) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if serial < d.last {
		return nil
	}
	d.last = serial
	if d.own == nil {
		own, err := d.store.New(a.Target)
		if err != nil {
			return err
		}
		d.own = own
	}
	d.own.Retarget(a.Target)
	return d.own.Save(a)
}

// Remove forgets the draft of this walk.
func (d *drafts) Remove(serial int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last = max(d.last, serial)
	if d.own != nil {
		_ = d.own.Remove()
		d.own = nil
	}
}

// Close lets go of the draft, which stays to be resumed.
func (d *drafts) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.own != nil {
		_ = d.own.Close()
		d.own = nil
	}
}
