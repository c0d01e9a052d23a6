package draft

import (
	"cmp"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"logto-twilio/export"
)

// MaxAge is how long a draft is kept that nobody takes.
const MaxAge = 30 * 24 * time.Hour

// The files of a draft: what it keeps, and its lock.
const (
	draftSuffix = ".json"
	lockSuffix  = ".lock"
)

// Store is a folder of drafts. Making one touches nothing; the folder is made,
// with mode 0700, for the first draft. With an empty Dir there is nothing to be
// found and nothing can be kept.
type Store struct{ Dir string }

// Info is a draft that was found.
type Info struct {
	Path   string    // of the draft
	Target string    // the absolute path that the walk was to be saved to, "" if not yet chosen
	Saved  time.Time // when it was last saved
}

// Broken is a file among the drafts that is none.
type Broken struct {
	Path string
	Err  error // ErrCorrupt, ErrVersion, ErrTooBig, or the system's
}

// New starts a draft of a walk that is to be saved to target, "" if that is not
// known yet. Nothing is kept before the first Save. An error means that no draft
// can be kept (no home, a read-only one); the walk itself needs none.
func (s Store) New(target string) (*Draft, error) {
	if err := s.makeDir(); err != nil {
		return nil, fmt.Errorf("making the folder of drafts: %w", err)
	}
	target = absolute(target)
	name := filepath.Join(s.Dir, baseName(target)+"-"+strings.ToLower(rand.Text()[:8]))
	lock, err := own(name + lockSuffix)
	if err != nil {
		return nil, fmt.Errorf("locking a draft: %w", err)
	}
	return &Draft{path: name + draftSuffix, target: target, lock: lock}, nil
}

func (s Store) makeDir() error {
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return err
	}
	info, err := os.Lstat(s.Dir)
	if err == nil && info.IsDir() && info.Mode().Perm() != 0o700 { // what a link leads to may serve others, too
		_ = os.Chmod(s.Dir, 0o700) // the drafts are 0600 anyhow
	}
	return err
}

// Take makes this process the owner of a draft that was found, and decodes what it
// keeps into v, as encoding/json does. The error is ErrTaken where somebody else
// was quicker, ErrCorrupt where v cannot hold it (the draft is left then), one that
// Broken may have, or the system's.
func (s Store) Take(info Info, v any) (*Draft, error) {
	lock, err := own(lockOf(info.Path))
	if err != nil {
		return nil, err
	}
	e, err := read(info.Path)
	if errors.Is(err, fs.ErrNotExist) {
		err = ErrTaken
	}
	if err == nil {
		if e := json.Unmarshal(e.Payload, v); e != nil {
			err = fmt.Errorf("%w: %w", ErrCorrupt, e)
		}
	}
	if err != nil {
		release(lock)
		return nil, err
	}
	return &Draft{path: info.Path, target: e.Target, lock: lock}, nil
}

// Discard deletes a draft that was found; ErrTaken where it has an owner by now.
func (s Store) Discard(info Info) error {
	lock, err := own(lockOf(info.Path))
	if err != nil {
		return err
	}
	defer release(lock)
	return removeFile(info.Path)
}

// Abandoned finds the drafts whose owner is gone, the newest first, and the files
// that should be drafts and are not: those are left for the version that can read
// them. Whatever is older than MaxAge is deleted, as is what killed processes left
// besides. No folder is no error.
func (s Store) Abandoned() (found []Info, broken []Broken, err error) {
	// Lstat first: to read a file as a folder is ErrNotExist on Windows, too.
	if _, err := os.Lstat(s.Dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	entries, err := os.ReadDir(s.Dir)
	if err != nil {
		return nil, nil, fmt.Errorf("looking for drafts: %w", err)
	}
	for _, entry := range entries {
		path := filepath.Join(s.Dir, entry.Name())
		switch {
		case !entry.Type().IsRegular() || strings.HasPrefix(entry.Name(), "."):
		case strings.HasSuffix(path, lockSuffix):
			sweepLock(path)
		case strings.HasSuffix(path, draftSuffix) && !owned(lockOf(path)):
			info, err := s.look(path, entry)
			switch {
			case errors.Is(err, fs.ErrNotExist): // deleted, now or by its owner
			case err != nil:
				broken = append(broken, Broken{path, err})
			default:
				found = append(found, info)
			}
		}
	}
	export.Sweep(s.Dir)
	slices.SortFunc(found, func(a, b Info) int {
		return cmp.Or(b.Saved.Compare(a.Saved), cmp.Compare(a.Path, b.Path))
	})
	return found, broken, nil
}

// look reads a draft that has no owner, or deletes it for its age: its error is
// fs.ErrNotExist then.
func (s Store) look(path string, entry fs.DirEntry) (Info, error) {
	stat, err := entry.Info()
	if err != nil {
		return Info{}, err
	}
	info := Info{Path: path, Saved: stat.ModTime()}
	if time.Since(info.Saved) > MaxAge {
		_ = s.Discard(info) // who took it meanwhile may have it
		return info, fs.ErrNotExist
	}
	e, err := read(path)
	info.Target = e.Target
	return info, err
}

// sweepLock removes a lock file that has neither an owner nor a draft.
func sweepLock(path string) {
	file := strings.TrimSuffix(path, lockSuffix) + draftSuffix
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) || owned(path) {
		return
	}
	if lock, err := own(path); err == nil {
		release(lock)
	}
}

// lockOf is the lock file of a draft.
func lockOf(path string) string { return strings.TrimSuffix(path, draftSuffix) + lockSuffix }

// baseName is how the files of a target's drafts begin: something that a person
// recognises, and a hash that tells equal names in different folders apart.
func baseName(target string) string {
	if target == "" {
		return "new"
	}
	base := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' {
			return r
		}
		return '-'
	}, strings.TrimSuffix(filepath.Base(target), draftSuffix))
	runes := []rune(cmp.Or(strings.Trim(base, "-"), "draft"))
	hash := sha256.Sum256([]byte(target))
	return fmt.Sprintf("%s-%x", string(runes[:min(len(runes), 32)]), hash[:4])
}
