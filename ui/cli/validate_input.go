package cli

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"logto-twilio/export"
)

// input is a file to be judged.
type input struct {
	path    string
	found   bool  // in a folder, where not every file is a configuration
	regular bool  // known to be a regular file
	err     error // of a folder that could not be listed
}

// inputs are the files of the command line, and in the place of a folder those
// that are found in it: its *.json, recursively, in the order of their names.
// Hidden folders and node_modules are left out, and links to folders are not
// followed, but for what was named itself.
func inputs(names []string) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, name := range names {
			info, err := os.Stat(name)
			switch {
			case name != stdin && err == nil && info.IsDir():
				if !walkFolder(name, yield) {
					return
				}
			case !yield(input{path: name, regular: name != stdin && err == nil && info.Mode().IsRegular()}):
				return
			}
		}
	}
}

// walkFolder yields what is found in a folder, until it is told to stop. The kind of a
// file is known from the listing: only of a link it has to be asked for.
func walkFolder(dir string, yield func(input) bool) bool {
	entries, err := export.ReadFolder(dir)
	if err != nil && !yield(input{path: dir, err: err}) {
		return false
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case e.IsDir():
			if !strings.HasPrefix(e.Name(), ".") && e.Name() != "node_modules" && !walkFolder(path, yield) {
				return false
			}
		case !strings.HasSuffix(path, ".json") || isLinkToFolder(path, e):
		case !yield(input{path: path, found: true, regular: e.Type().IsRegular()}):
			return false
		}
	}
	return true
}

// isLinkToFolder reports whether an entry of a folder leads to another folder.
func isLinkToFolder(path string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// read reads the file, and no more of it than connector.Decode needs to know that
// it is too large.
func (in input) read(env Env) ([]byte, error) {
	switch {
	case in.err != nil:
		return nil, in.err
	case in.regular:
		return export.ReadRegular(in.path)
	}
	return readInput(env, in.path)
}
