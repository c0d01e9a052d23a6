package draft

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// The lock of a draft is on a file beside it: the draft's own file is replaced by
// every Save, and Windows lets nobody write what is locked. A lock file without a
// draft is a walk that has nothing to keep yet, or what is left of one.

// patience is how long own waits for those who only look (see owned).
const patience = 200 * time.Millisecond

// sharingViolation is how Windows refuses a file that is being removed
// (ERROR_SHARING_VIOLATION).
const sharingViolation = syscall.Errno(32)

// own takes the lock at path, making its file. The error is ErrTaken where another
// process, or another Draft of this one, has it.
func own(path string) (*flock.Flock, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for {
		lock := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))
		_, err := lock.TryLockContext(ctx, patience/20)
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			return nil, ErrTaken
		case runtime.GOOS == "windows" && errors.Is(err, sharingViolation):
			time.Sleep(patience / 20) // somebody is just removing the file
			continue
		case err != nil:
			return nil, err
		case stands(lock):
			return lock, nil
		}
		_ = lock.Close() // locked too late: the file was removed meanwhile
	}
}

// stands reports whether the file that is locked is still the one at its path.
func stands(lock *flock.Flock) bool {
	locked, err := lock.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(lock.Path())
	return err == nil && os.SameFile(locked, there)
}

// owned reports whether somebody has the lock at path; in doubt, yes. It looks with
// a shared lock, so that those who look at once do not take each other for owners.
// What is no file is not ours, and is not opened: a FIFO would wait for ever.
func owned(path string) bool {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return true
	}
	lock := flock.New(path, flock.SetFlag(os.O_RDONLY))
	free, err := lock.TryRLock()
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist)
	}
	_ = lock.Close()
	return !free
}

// release removes the file of a lock that own took, and gives the lock back.
func release(lock *flock.Flock) {
	if runtime.GOOS == "windows" {
		// What is open cannot be removed, by whomever it was opened: if somebody
		// waits for the lock, the file stays and is theirs.
		_ = lock.Close()
		_ = os.Remove(lock.Path())
		return
	}
	// Elsewhere the file goes first: who waits for the lock gets one that no
	// longer stands, and starts again.
	_ = os.Remove(lock.Path())
	_ = lock.Close()
}
