package draft

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
)

// newDraft starts a draft that ends with the test.
func newDraft(t *testing.T, s Store, target string) *Draft {
	t.Helper()
	d, err := s.New(target)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// abandoned are the drafts without an owner; none may be broken.
func abandoned(t *testing.T, s Store) []Info {
	t.Helper()
	found, broken, err := s.Abandoned()
	if err != nil || len(broken) > 0 {
		t.Fatalf("broken: %v, error: %v", broken, err)
	}
	return found
}

// files are the names in the store's folder.
func files(t *testing.T, s Store) []string {
	t.Helper()
	entries, err := os.ReadDir(s.Dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestKeepAndResume(t *testing.T) {
	s := Store{filepath.Join(t.TempDir(), "state", "logto-twilio")}
	target := filepath.Join(t.TempDir(), "sms.json")
	d := newDraft(t, s, target)
	kept := walk{Step: "Templates", Texts: []string{"验证码 {{code}} <b>", "line\nline"}, SID: twiliosim.DemoAccountSID}
	for _, w := range []walk{{Step: "Start"}, kept} {
		if err := d.Save(w); err != nil {
			t.Fatal(err)
		}
	}
	if found := abandoned(t, s); len(found) != 0 {
		t.Errorf("my own draft is offered: %v", found)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := d.Save(walk{}); !errors.Is(err, ErrGone) {
		t.Errorf("saved after Close: %v", err)
	}

	found := abandoned(t, s)
	if len(found) != 1 || found[0].Target != target || found[0].Path != d.Path() || found[0].Saved.IsZero() {
		t.Fatalf("found %+v", found)
	}
	var got walk
	again, err := s.Take(found[0], &got)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, kept) {
		t.Errorf("kept %+v\ngot  %+v", kept, got)
	}
	if err := again.Save(walk{Step: "Review"}); err != nil {
		t.Fatal(err)
	}
	if err := again.Remove(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(again.Remove(), again.Close()); err != nil {
		t.Errorf("given up twice: %v", err)
	}
	if err := again.Save(walk{}); !errors.Is(err, ErrGone) {
		t.Errorf("saved after Remove: %v", err)
	}
	if left := files(t, s); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestModesAndNames(t *testing.T) {
	s := Store{filepath.Join(t.TempDir(), "state")}
	if err := os.Mkdir(s.Dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for target, want := range map[string]string{
		"":                       "new-????????.json",
		"sms.json":               "sms-????????-????????.json",
		"短信 配置.json":             "短信-配置-????????-????????.json",
		"-.env":                  "env-????????-????????.json",
		"...":                    "draft-????????-????????.json",
		"a\x1b[2J/b\n.json":      "b-????????-????????.json",
		strings.Repeat("n", 250): strings.Repeat("n", 32) + "-????????-????????.json",
	} {
		d := newDraft(t, s, target)
		if err := d.Save(walk{}); err != nil {
			t.Fatal(err)
		}
		if ok, _ := filepath.Match(want, filepath.Base(d.Path())); !ok {
			t.Errorf("%q has the draft %s, want %s", target, filepath.Base(d.Path()), want)
		}
		if runtime.GOOS == "windows" {
			continue
		}
		for path, mode := range map[string]os.FileMode{
			d.Path(): 0o600, lockOf(d.Path()): 0o600, s.Dir: os.ModeDir | 0o700,
		} {
			if info, err := os.Stat(path); err != nil || info.Mode() != mode {
				t.Errorf("%s: %v (%v), want %v", path, info.Mode(), err, mode)
			}
		}
	}
}

func TestNoTokenIsKept(t *testing.T) {
	s := Store{t.TempDir()}
	d := newDraft(t, s, filepath.Join("/", twiliosim.DemoAuthToken, "sms.json"))
	err := d.Save(walk{Step: "Credentials", SID: twiliosim.DemoAuthToken, Texts: []string{twiliosim.DemoAccountSID}})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	var got walk
	info := abandoned(t, s)[0]
	if again, err := s.Take(info, &got); err != nil {
		t.Fatal(err)
	} else {
		defer again.Close()
	}
	if got.SID != "" || got.Texts[0] != twiliosim.DemoAccountSID {
		t.Errorf("kept: %+v", got)
	}
	if !strings.Contains(info.Target, twiliosim.DemoAuthToken) {
		t.Errorf("the target became %s", info.Target)
	}
}

func TestRetarget(t *testing.T) {
	s := Store{t.TempDir()}
	d := newDraft(t, s, "")
	if err := d.Save(walk{}); err != nil {
		t.Fatal(err)
	}
	path := d.Path()
	t.Chdir(t.TempDir())
	d.Retarget("chosen.json")
	if err := errors.Join(d.Save(walk{}), d.Close()); err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	want := filepath.Join(here, "chosen.json")
	if found := abandoned(t, s); len(found) != 1 || found[0].Target != want || found[0].Path != path {
		t.Errorf("found %+v, want %s", found, want)
	}
}

func TestNilDraft(t *testing.T) {
	var d *Draft
	d.Retarget("x")
	if err := errors.Join(d.Save(walk{}), d.Remove(), d.Close()); err != nil || d.Path() != "" {
		t.Errorf("%v, %q", err, d.Path())
	}
}

// A folder that cannot be: the wizard goes on without a draft.
func TestNowhereToKeep(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"", file, filepath.Join(file, "under")} {
		if d, err := (Store{dir}).New("sms.json"); err == nil || d != nil {
			t.Errorf("New in %q: %v, %v", dir, d, err)
		}
	}
	for _, dir := range []string{"", filepath.Join(file, "..", "none")} {
		if found, broken, err := (Store{dir}).Abandoned(); found != nil || broken != nil || err != nil {
			t.Errorf("Abandoned in %q: %v, %v, %v", dir, found, broken, err)
		}
	}
	if _, _, err := (Store{file}).Abandoned(); err == nil {
		t.Error("a file was taken for a folder")
	}
}

func TestSaveFails(t *testing.T) {
	s := Store{filepath.Join(t.TempDir(), "state")}
	d := newDraft(t, s, "")
	if err := d.Save(make(chan int)); err == nil {
		t.Error("saved what JSON cannot hold")
	}
	if err := d.Save(walk{Step: strings.Repeat("x", maxSize)}); !errors.Is(err, ErrTooBig) {
		t.Errorf("saved too much: %v", err)
	}
}

// The folder is removed while the wizard runs.
func TestSaveWithoutTheFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps a folder in which a file is open")
	}
	s := Store{filepath.Join(t.TempDir(), "state")}
	d := newDraft(t, s, "")
	if err := os.RemoveAll(s.Dir); err != nil {
		t.Fatal(err)
	}
	var e *export.WriteError
	if err := d.Save(walk{}); !errors.As(err, &e) || e.Kind != export.NoFolder {
		t.Errorf("saved into a folder that is gone: %v", err)
	}
}

func TestSavesAtOnce(t *testing.T) {
	s := Store{t.TempDir()}
	d := newDraft(t, s, "sms.json")
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			if err := d.Save(walk{Step: fmt.Sprint(i)}); err != nil && !errors.Is(err, ErrGone) {
				t.Error(err)
			}
			if i == 5 {
				if err := d.Remove(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if left := files(t, s); len(left) > 0 {
		t.Errorf("a late Save brought the draft back: %v", left)
	}
}
