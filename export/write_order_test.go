package export

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

// synced is a file that notes what becomes of it.
type synced struct {
	file
	note func(string)
}

func (f synced) Write(p []byte) (int, error) { f.note("write"); return f.file.Write(p) }
func (f synced) Sync() error                 { f.note("sync"); return f.file.Sync() }
func (f synced) Close() error                { f.note("close"); return f.file.Close() }

// TestWriteLasts holds the order that outlives a power cut: the data is on the disk
// before its name is, and its name when Write returns.
func TestWriteLasts(t *testing.T) {
	for _, before := range []string{"", "old"} {
		dir := t.TempDir()
		path := filepath.Join(dir, "sms.json")
		if before != "" {
			put(t, path, before, 0o644)
		}
		var steps []string
		note := func(step string) {
			data, _ := os.ReadFile(path)
			steps = append(steps, step+" "+string(data))
		}
		d := disk{
			create: func(name string) (file, error) {
				f, err := create(name)
				note("create")
				return synced{f, note}, err
			},
			syncFolder: func(folder string) {
				if folder != dir {
					t.Errorf("synced %s, want %s", folder, dir)
				}
				note("folder")
				syncFolder(folder)
			},
		}
		if err := d.write(t.Context(), path, []byte("new")); err != nil {
			t.Fatal(err)
		}
		want := []string{"create " + before, "write " + before, "sync " + before, "close " + before, "folder new"}
		if !slices.Equal(steps, want) {
			t.Errorf("%q, want %q", steps, want)
		}
		wantFolder(t, dir, map[string]string{"sms.json": "new"})
	}
}

// What was not renamed needs no lasting: the folder is left alone.
func TestFailureSyncsNoFolder(t *testing.T) {
	dir := t.TempDir()
	d := creating(func(name string) (file, error) {
		f, err := create(name)
		return failing{file: f, write: syscall.EIO}, err
	})
	d.syncFolder = func(string) { t.Error("the folder was synced") }
	if err := d.write(t.Context(), filepath.Join(dir, "sms.json"), []byte("x")); kindOf(err) != WriteFailed {
		t.Errorf("%v", err)
	}
}
