package export

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Write puts data into path, atomically and with mode 0600, whatever mode the
// file had: a temporary file in the folder of path, synced, then renamed over it.
// Whoever reads path meets the old file or the new one, each whole.
//
// When ctx ends before the rename, the temporary file is removed, path stays as
// it was and the error is ctx's. That is how a signal leaves nothing behind: the
// caller turns it into the end of ctx (signal.NotifyContext) and waits for Write
// before the process exits. What a killed process did leave beside path is
// removed by the next Write to it; a file that a living process is still writing
// is not touched.
//
// Every other error is a *[WriteError].
func Write(ctx context.Context, path string, data []byte) error {
	return onDisk.write(ctx, path, data)
}

// Rewrite is [Write] for a file that holds no secret: what takes its place has its
// owner, its group and its mode, as far as this user may set them.
func Rewrite(ctx context.Context, path string, data []byte) error {
	like, err := os.Stat(path)
	if err != nil {
		return Write(ctx, path, data)
	}
	alike := onDisk
	alike.create = func(name string) (file, error) {
		f, err := exclusive(name)
		if err != nil {
			return nil, err
		}
		keep(f, like)
		return f, nil
	}
	return alike.write(ctx, path, data)
}

// Sweep removes from a folder what killed calls of [Write] left there, and
// nothing that a living process is writing.
func Sweep(dir string) { sweep(dir, ".") }

// disk is what write needs of the system. A test can let it fail, and see the order of
// the calls.
type disk struct {
	create     func(name string) (file, error)
	syncFolder func(dir string)
}

// onDisk is the real one.
var onDisk = disk{create, syncFolder}

// file is what write needs of an *os.File.
type file interface {
	io.WriteCloser
	Sync() error
}

// create makes a file that was not there. The mode is no more than 0600 at any
// moment; the chmod gives back what a strict umask took.
func create(name string) (file, error) {
	f, err := exclusive(name)
	if err != nil {
		return nil, err
	}
	_ = f.Chmod(0o600) // not every file system has modes
	return f, nil
}

// exclusive creates a file that only its owner can read. It fails where there is a file
// or a link of that name.
func exclusive(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
}

func (d disk) write(ctx context.Context, path string, data []byte) error {
	if err := Check(path); err != nil {
		return err
	}
	sweep(filepath.Dir(path), tempPrefix(path))
	var err error
	for range 3 { // somebody tidied the temporary file away: once more
		if err = d.replace(ctx, path, data); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		return err
	}
	return failure(path, err)
}

// replace writes a temporary file and renames it over path, for good.
func (d disk) replace(ctx context.Context, path string, data []byte) error {
	temp, err := newTemporary(d.create, path)
	if err != nil {
		return err
	}
	defer temp.release()
	err = fill(temp, data)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = os.Rename(temp.name, path)
	}
	if err != nil {
		_ = os.Remove(temp.name)
		return err
	}
	d.syncFolder(filepath.Dir(path))
	return nil
}

// fill writes the whole of data to the disk and closes f.
func fill(f file, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// syncFolder makes a rename last through a power cut, as far as the system can:
// Windows has no such call, and some file systems refuse it.
func syncFolder(dir string) {
	if runtime.GOOS == "windows" {
		return
	}
	if f, err := os.Open(dir); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
