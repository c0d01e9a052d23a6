package cli

import (
	"path/filepath"
	"runtime"

	"logto-twilio/ui/draft"
	"logto-twilio/ui/walk"
)

// drafts keeps the answers of this walk, with paths that mean the same in every
// working folder: a draft may be resumed in another one.
type drafts struct {
	*draft.Keeper
	dir string // the working folder
}

// openDrafts returns where this walk's draft is kept, and those that were
// abandoned; nil where there is no place for drafts.
func openDrafts(env Env) (*drafts, []draft.Info) {
	dir, err := draft.DefaultDir(env.Getenv, runtime.GOOS)
	if err != nil {
		return nil, nil
	}
	store := draft.Store{Dir: dir}
	abandoned, _, err := store.Abandoned()
	if err != nil {
		return nil, nil
	}
	return &drafts{&draft.Keeper{Store: store}, env.Dir}, abandoned
}

// Take resumes an abandoned draft, which becomes this walk's own.
func (d *drafts) Take(info draft.Info) (walk.Answers, error) {
	var a walk.Answers
	err := d.Keeper.Take(info, &a)
	a.Opened, a.Target = d.here(a.Opened), d.here(a.Target)
	return a, err
}

// Save keeps the answers; an older serial number than the last does nothing.
func (d *drafts) Save(serial int, a walk.Answers) error {
	a.Opened, a.Target = d.anywhere(a.Opened), d.anywhere(a.Target)
	return d.Keeper.Save(serial, a.Target, a)
}

// anywhere is a path that means the same in every working folder.
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
