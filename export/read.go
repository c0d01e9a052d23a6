package export

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"logto-twilio/connector/jsondoc"
)

// ReadErrorKind says why a file could not be read.
type ReadErrorKind string

// The reasons for which a file is not read.
const (
	ReadNotFound     ReadErrorKind = "not-found"
	ReadIsDirectory  ReadErrorKind = "is-directory"
	ReadNotRegular   ReadErrorKind = "not-regular"
	ReadNoPermission ReadErrorKind = "no-permission"
	ReadFailed       ReadErrorKind = "read-failed"
)

// ReadError is why a configuration file could not be read.
type ReadError struct {
	Kind ReadErrorKind
	Path string
	Err  error // of the system
}

// Error is the failure in one line for a log.
func (e *ReadError) Error() string { return "reading " + e.Path + ": " + string(e.Kind) }

// Unwrap returns the system's error, so that errors.Is(err, fs.ErrNotExist) holds.
func (e *ReadError) Unwrap() error { return e.Err }

// Read reads a configuration file, and of a larger one no more than
// jsondoc.MaxSize and one byte, by which connector.Decode knows that it is too
// large. What is no regular file is refused before it is opened: a FIFO would
// wait for ever. The error is a *ReadError.
func Read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, readError(path, err)
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return nil, &ReadError{Kind: ReadIsDirectory, Path: path}
	case !mode.IsRegular():
		return nil, &ReadError{Kind: ReadNotRegular, Path: path}
	}
	return ReadRegular(path)
}

// ReadRegular is [Read] for what is known to be a regular file, from the listing
// of its folder for example, and need not be looked at before.
func ReadRegular(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, readError(path, err)
	}
	defer f.Close()
	data, err := readUpTo(f, jsondoc.MaxSize+1)
	if err != nil {
		return nil, readError(path, err)
	}
	return data, nil
}

// readUpTo reads a file up to limit bytes. It allocates the size of the file at once,
// which is faster than io.ReadAll.
func readUpTo(f *os.File, limit int) ([]byte, error) {
	size := 0
	if info, err := f.Stat(); err == nil {
		size = int(min(info.Size(), int64(limit)))
	}
	data := make([]byte, 0, size+1)
	for len(data) < limit {
		n, err := f.Read(data[len(data):min(cap(data), limit)])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(data) == cap(data) { // it has grown
			data = slices.Grow(data, len(data))
		}
	}
	return data, nil
}

// ReadFolder lists a folder, sorted by name, as far as it can be listed. The
// error is a *ReadError.
func ReadFolder(path string) ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return entries, readError(path, err)
	}
	return entries, nil
}

func readError(path string, err error) error {
	kind := ReadFailed
	switch {
	case errors.Is(err, fs.ErrNotExist):
		kind = ReadNotFound
	case errors.Is(err, fs.ErrPermission):
		kind = ReadNoPermission
	}
	return &ReadError{Kind: kind, Path: path, Err: err}
}
