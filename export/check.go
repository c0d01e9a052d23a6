package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"logto-twilio/connector/redact"
)

// WriteErrorKind says why a file could not be written.
type WriteErrorKind string

// The reasons for which a file is not written.
const (
	NoFolder    WriteErrorKind = "no-folder"    // there is no such folder, or it is a file
	ReadOnly    WriteErrorKind = "read-only"    // the permissions of the folder
	ReadOnlyFS  WriteErrorKind = "read-only-fs" // the file system is mounted so
	DiskFull    WriteErrorKind = "disk-full"    // or a quota is used up
	IsDirectory WriteErrorKind = "is-directory"
	IsSymlink   WriteErrorKind = "is-symlink"
	NotRegular  WriteErrorKind = "not-regular" // a FIFO, a device, a socket
	NameTooLong WriteErrorKind = "name-too-long"
	WriteFailed WriteErrorKind = "write-failed" // anything else; Err says it
)

// The same of standard output, which has no path; see [OutputError].
const (
	OutputFull WriteErrorKind = "output-full" // the disk that it goes to is, or a quota is used up
	OutputLost WriteErrorKind = "output-lost" // anything else; Err says it
)

// WriteError is why a file could not be written. A file that was there is unchanged.
type WriteError struct {
	Kind   WriteErrorKind
	Path   string
	Target string // where a symbolic link points, as an absolute path
	Err    error  // of the system, nil where the kind says it all
}

// Error is the failure in one line for a log.
func (e *WriteError) Error() string {
	line := fmt.Sprintf("writing %q: %s", e.Path, e.Kind)
	if e.Err != nil {
		line += ": " + redact.Escape(e.Err.Error())
	}
	return line
}

// Unwrap returns the system's error.
func (e *WriteError) Unwrap() error { return e.Err }

// Check returns the *[WriteError] that [Write] would return for path, as far as that can
// be known without writing; nil where it finds none. It is fast enough to be called
// after each key while a path is typed. A full disk, and on Windows the permissions of
// a folder, show only when writing.
func Check(path string) error {
	if path == "" {
		path = "." // as everywhere in path/filepath
	}
	if err := nameFits(path); err != nil {
		return failure(path, err)
	}
	info, err := os.Lstat(path)
	if err == nil {
		return checkFile(path, info)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return failure(path, err)
	}
	return checkFolder(path)
}

// checkFile judges what stands at path.
func checkFile(path string, info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return &WriteError{Kind: IsDirectory, Path: path}
	case mode&fs.ModeSymlink != 0:
		return &WriteError{Kind: IsSymlink, Path: path, Target: linkTarget(path)}
	case !mode.IsRegular():
		return &WriteError{Kind: NotRegular, Path: path}
	}
	return checkFolder(path)
}

// checkFolder judges the folder that path is to stand in.
func checkFolder(path string) error {
	dir := filepath.Dir(path)
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = syscall.ENOTDIR
	}
	if err == nil {
		err = writable(dir)
	}
	if err != nil {
		return failure(path, err)
	}
	return nil
}

// linkTarget is the file that a symbolic link leads to in the end or, where that
// does not exist, the next one on the way.
func linkTarget(path string) string {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		if target, err = os.Readlink(path); err != nil {
			return ""
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(path), target)
		}
	}
	if abs, err := filepath.Abs(target); err == nil {
		target = abs
	}
	return target
}

// failure makes a WriteError of what the system said.
func failure(path string, err error) *WriteError {
	is := func(targets []error) bool {
		return slices.ContainsFunc(targets, func(t error) bool { return errors.Is(err, t) })
	}
	kind := WriteFailed
	switch {
	case is(diskFull):
		kind = DiskFull
	case is(readOnlyFS):
		kind = ReadOnlyFS
	case is(nameTooLong):
		kind = NameTooLong
	case errors.Is(err, fs.ErrPermission):
		kind = ReadOnly
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		kind = NoFolder
	case errors.Is(err, syscall.EISDIR):
		kind = IsDirectory
	}
	return &WriteError{Kind: kind, Path: path, Err: err}
}

// OutputError is why standard output could not be written: err is the error of the
// write.
func OutputError(err error) *WriteError {
	if failure("", err).Kind == DiskFull {
		return &WriteError{Kind: OutputFull, Err: err}
	}
	return &WriteError{Kind: OutputLost, Err: err}
}
