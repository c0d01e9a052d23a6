package cli

import (
	"path/filepath"
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
	dir   string // the working folder

	mu   sync.Mutex
	own  *draft.Draft
	kept bool // own holds something
	last int  // the serial number of what was done last
}

// openDrafts returns where this walk's draft is kept, and those that were
// abandoned; nil where there is no place for drafts.
func openDrafts(env Env) (*drafts, []draft.Info) {
	dir, err := draft.DefaultDir(env.Getenv, runtime.GOOS)
	if err != nil {
		return nil, nil
	}
	d := &drafts{store: draft.Store{Dir: dir}, dir: env.Dir}
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
	d.own, d.kept = taken, true
	a.Opened, a.Target = d.here(a.Opened), d.here(a.Target)
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
	a.Opened, a.Target = d.anywhere(a.Opened), d.anywhere(a.Target)
	d.own.Retarget(a.Target)
	err := d.own.Save(a)
	d.kept = d.kept || err == nil
	return err
}

// anywhere is a path that means the same in every working folder: a draft may be
// resumed in another one.
func (d *drafts) anywhere(path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(d.dir, path)
}

// here is a path as it is written in the working folder.
func (d *drafts) here(path string) string {
	if rel, err := filepath.Rel(d.dir, path); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return path
}

// Remove forgets the draft of this walk.
func (d *drafts) Remove(serial int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last = max(d.last, serial)
	if d.own != nil {
		_ = d.own.Remove()
		d.own, d.kept = nil, false
	}
}

// Path is the file that holds the answers, "" where none does.
func (d *drafts) Path() string {
	if d == nil {
		return ""
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.kept {
		return ""
	}
	return d.own.Path()
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
