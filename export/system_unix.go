//go:build unix

package export

import (
	"io/fs"
	"os"
	"syscall"

	"github.com/gofrs/flock"
	"golang.org/x/sys/unix"
)

// What Unix calls the reasons of a WriteError.
var (
	diskFull    = []error{syscall.ENOSPC, syscall.EDQUOT}
	readOnlyFS  = []error{syscall.EROFS}
	nameTooLong = []error{syscall.ENAMETOOLONG}
)

// nameFits accepts every name: Unix has an error for a name that is too long.
func nameFits(string) error { return nil }

// writable tells why a file could not be made in dir, as far as the mode, the
// user and the mount say it.
func writable(dir string) error {
	if err := unix.Access(dir, unix.W_OK|unix.X_OK); err != nil {
		return &fs.PathError{Op: "access", Path: dir, Err: err}
	}
	return nil
}

// lockFlags open a temporary file for its lock: never made, no link followed, and
// no FIFO waited for.
const lockFlags = os.O_RDONLY | syscall.O_NOFOLLOW | syscall.O_NONBLOCK

// hold locks a new temporary file until release is called or the process ends,
// however it ends. False where a sweep had it first. A file system that has no
// locks has no sweeps either: they need the lock, too.
func hold(name string) (release func(), held bool) {
	lock := flock.New(name, flock.SetFlag(lockFlags))
	release = func() { _ = lock.Close() }
	locked, err := lock.TryLock()
	info, statErr := os.Lstat(name)
	switch {
	case statErr != nil:
	case err != nil:
		held = true
	case locked:
		mine, err := lock.Stat()
		held = err == nil && os.SameFile(mine, info)
	}
	if !held {
		release()
	}
	return release, held
}

// removeAbandoned removes a temporary file that no living process holds. Names
// are never used twice, so what is removed is what was locked.
func removeAbandoned(name string) {
	lock := flock.New(name, flock.SetFlag(lockFlags))
	if locked, err := lock.TryLock(); err == nil && locked {
		_ = os.Remove(name)
		_ = lock.Close()
	}
}

// keep gives a new file the owner, the group and the mode of another one, as far as
// this user may.
func keep(f *os.File, like fs.FileInfo) {
	if s, ok := like.Sys().(*syscall.Stat_t); ok {
		if f.Chown(int(s.Uid), int(s.Gid)) != nil {
			_ = f.Chown(-1, int(s.Gid))
		}
	}
	_ = f.Chmod(like.Mode().Perm())
}
