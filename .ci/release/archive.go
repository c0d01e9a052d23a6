// Package release holds the archives of a release against what they should hold:
// .ci/release/run makes them and then runs its tests.
package release

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
)

// entry is a file of an archive.
type entry struct {
	mode fs.FileMode
	time time.Time
	data []byte
}

// read is what an archive holds: a .zip or a .tar.gz, by its name. Folders are left
// out. A name that is not a plain path below the archive's own folder is an error.
func read(name string, data []byte) (map[string]entry, error) {
	all := map[string]entry{}
	add := func(name string, mode fs.FileMode, at time.Time, r io.Reader) error {
		if !fs.ValidPath(name) || path.Dir(name) == "." {
			return fmt.Errorf("%q is outside of the archive's folder", name)
		}
		if _, twice := all[name]; twice {
			return fmt.Errorf("%s is there twice", name)
		}
		data, err := io.ReadAll(r)
		all[name] = entry{mode, at.UTC(), data}
		return err
	}
	if strings.HasSuffix(name, ".zip") {
		return all, readZip(data, add)
	}
	return all, readTar(data, add)
}

// readZip adds the files of a zip archive.
func readZip(data []byte, add func(string, fs.FileMode, time.Time, io.Reader) error) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		if err := errors.Join(add(f.Name, f.Mode(), f.Modified, r), r.Close()); err != nil {
			return err
		}
	}
	return nil
}

// readTar adds the files of a compressed tar archive. What is neither a file nor a
// folder, or is not root's, is an error.
func readTar(data []byte, add func(string, fs.FileMode, time.Time, io.Reader) error) error {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case h.Typeflag == tar.TypeDir:
			continue
		case h.Typeflag != tar.TypeReg:
			return fmt.Errorf("%s is no regular file", h.Name)
		case h.Uname != "root" || h.Gname != "root" || h.Uid != 0 || h.Gid != 0:
			return fmt.Errorf("%s is of %s:%s (%d:%d), not of root", h.Name, h.Uname, h.Gname, h.Uid, h.Gid)
		}
		if err := add(h.Name, h.FileInfo().Mode(), h.ModTime, t); err != nil {
			return err
		}
	}
}
