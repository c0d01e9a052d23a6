package export

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"unicode/utf16"

	"golang.org/x/sys/windows"
)

// What Windows calls the reasons of a WriteError.
var (
	diskFull    = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED}
	readOnlyFS  = []error{windows.ERROR_WRITE_PROTECT}
	nameTooLong = []error{windows.ERROR_FILENAME_EXCED_RANGE, syscall.ENAMETOOLONG}
)

// nameFits tells why a file cannot have its name: more than 255 units of UTF-16,
// for which Windows has no error of its own.
func nameFits(path string) error {
	if len(utf16.Encode([]rune(filepath.Base(path)))) > 255 {
		return &fs.PathError{Op: "open", Path: path, Err: syscall.ENAMETOOLONG}
	}
	return nil
}

// writable cannot tell: who may write into a folder is up to its access control
// list, which is best asked by writing.
func writable(string) error { return nil }

// hold needs no lock: a file that is open cannot be removed by anyone, for Go
// opens it without FILE_SHARE_DELETE. Write starts again should the moment
// between closing and renaming be somebody's.
func hold(string) (release func(), held bool) { return func() {}, true }

// removeAbandoned removes a temporary file; Windows refuses while it is open.
func removeAbandoned(name string) { _ = os.Remove(name) }

// keep does nothing: a new file has the access control list of its folder.
func keep(*os.File, fs.FileInfo) {}
