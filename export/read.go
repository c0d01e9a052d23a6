package export

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"logto-twilio/connector"
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
// connector.MaxSize and one byte, by which connector.Decode knows that it is too
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
	f, err := os.Open(path)
	if err != nil {
		return nil, readError(path, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, connector.MaxSize+1))
	if err != nil {
		return nil, readError(path, err)
	}
	return data, nil
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
