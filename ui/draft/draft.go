// Package draft keeps unfinished walks, so that a killed terminal costs nobody
// the answers: one file a walk, in the user's state folder. A draft belongs to
// the process that made or took it for as long as that lives, which a lock shows
// that the system itself gives back; one without an owner is there to be taken.
package draft

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/gofrs/flock"

	"logto-twilio/connector/redact"
	"logto-twilio/export"
)

// What may be wrong with a draft; errors of the system come as they are.
var (
	ErrTaken   = errors.New("the draft belongs to another process, or is gone")
	ErrGone    = errors.New("the draft was given up")
	ErrCorrupt = errors.New("no draft can be read from the file")
	ErrVersion = errors.New("the draft is another version's")
	ErrTooBig  = errors.New("the draft is too big")
)

// maxSize bounds a draft's file, in bytes: the texts of a configuration, whose
// file is 1 MiB at most, with room for escapes.
const maxSize = 8 << 20

// version is the form of the file that this program writes and reads.
const version = 1

// envelope is what a draft's file holds.
type envelope struct {
	Version int             `json:"version"`
	Target  string          `json:"target"`
	Payload json.RawMessage `json:"payload"`
}

// Draft is an unfinished walk that this process owns. A nil Draft keeps nothing,
// and so serves where none can be kept. Its methods may be called by several
// goroutines; which of two Saves at once is the last is up to the caller.
type Draft struct {
	path string

	mu     sync.Mutex
	target string
	lock   *flock.Flock // nil once the draft was given up
}

// Path is the draft's file, absolute if the store's folder is; "" of a nil Draft.
func (d *Draft) Path() string {
	if d == nil {
		return ""
	}
	return d.path
}

// Retarget says that the walk is going to be saved somewhere else: the next Save
// tells it to those who find the draft. The draft's own file keeps its name.
func (d *Draft) Retarget(target string) {
	if d == nil {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.target = absolute(target)
}

// Save keeps v, as encoding/json writes it, instead of what was kept before;
// mode 0600, atomically. No credential and no phone number belongs into v; what
// has the shape of an auth token, pasted into the wrong field, is left out.
//
// The error is ErrGone after Remove or Close, ErrTooBig, one of encoding/json, or
// an [export.WriteError]. What was kept before is kept then.
func (d *Draft) Save(v any) error {
	if d == nil {
		return nil
	}
	payload, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encoding a draft: %w", err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.lock == nil {
		return ErrGone
	}
	payload = []byte(redact.Tokens(string(payload), ""))
	data, err := json.Marshal(envelope{version, d.target, payload})
	if err != nil {
		return fmt.Errorf("encoding a draft: %w", err)
	}
	if len(data) > maxSize {
		return ErrTooBig
	}
	// A signal is no reason to stop here: the draft is for afterwards.
	return export.Write(context.Background(), d.path, data)
}

// Remove deletes the draft: the walk is done, or not worth keeping.
func (d *Draft) Remove() error {
	return d.giveUp(func() error { return removeFile(d.path) })
}

// Close keeps the draft for whoever takes it next, as the end of the process does.
func (d *Draft) Close() error {
	return d.giveUp(func() error { return nil })
}

// giveUp does what is last to be done as the owner; nothing the second time.
func (d *Draft) giveUp(last func() error) error {
	if d == nil {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.lock == nil {
		return nil
	}
	err := last()
	release(d.lock)
	d.lock = nil
	return err
}

// read reads the file of a draft.
func read(path string) (envelope, error) {
	f, err := os.Open(path)
	if err != nil {
		return envelope{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil {
		return envelope{}, err
	}
	var e envelope
	switch err := json.Unmarshal(data, &e); {
	case len(data) > maxSize:
		return envelope{}, ErrTooBig
	case err != nil:
		return envelope{}, fmt.Errorf("%w: %w", ErrCorrupt, err)
	case e.Version != version:
		return envelope{}, fmt.Errorf("%w: %d", ErrVersion, e.Version)
	case len(e.Payload) == 0:
		return envelope{}, fmt.Errorf("%w: no payload", ErrCorrupt)
	}
	return e, nil
}

// removeFile removes a file that may be gone already.
func removeFile(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// absolute is a target as it is kept: "" for none yet, else an absolute path.
func absolute(target string) string {
	if target == "" {
		return ""
	}
	if abs, err := filepath.Abs(target); err == nil {
		return abs
	}
	return target
}
