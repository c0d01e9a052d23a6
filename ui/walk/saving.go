package walk

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"logto-twilio/connector"
	"logto-twilio/connector/logto"
	"logto-twilio/export"
)

// Saving is a configuration on its way to where it is used: the files that are to
// be written, and what they would change.
type Saving struct {
	Format export.Format
	Files  []FileChange // the format's, and the one beside it where the format has one
}

// FileChange is a file that is to be written.
type FileChange struct {
	Path   string
	Data   []byte
	Exists bool
	Same   bool              // it holds Data already
	Diff   []export.DiffLine // with the file that is there, masked; nil where the two cannot be compared
	Token  bool              // the auth token in it would change
	Filled bool              // the auth token would take the place of the variable in it
}

// Changes reports whether a file that is there would hold something else.
func (f FileChange) Changes() bool { return f.Exists && !f.Same }

// TokenKey is the key of the sentence on what becomes of the auth token in a file
// that is there, "" where nothing does.
func (f FileChange) TokenKey() string {
	switch {
	case f.Filled:
		return "save.token-filled"
	case f.Token:
		return "save.token-changed"
	}
	return ""
}

// Overwrites are the files that are there and would hold something else.
func (s Saving) Overwrites() []FileChange {
	return slices.DeleteFunc(slices.Clone(s.Files), func(f FileChange) bool { return !f.Changes() })
}

// Path is the file of the format.
func (s Saving) Path() string { return s.Files[0].Path }

// SaveFormat is the format that was chosen, json unless it was another.
func (w *Walk) SaveFormat() export.Format {
	if f, ok := export.FormatNamed(w.Format); ok {
		return f
	}
	f, _ := export.FormatNamed("json")
	return f
}

// SetTarget changes the file to save to.
func (w *Walk) SetTarget(path string) { w.Target = path }

// ChooseFormat chooses a format by its name. A target that is still what a format's file
// is called by itself, or was saved to in another format, becomes that of the new one.
func (w *Walk) ChooseFormat(name string) {
	usual := w.Target == w.usualTarget() || w.Target == w.Saved() && name != w.SavedFormat
	w.Format = name
	if usual {
		w.Target = w.usualTarget()
	}
}

// usualTarget is what the file of the format is called, in the folder of the target:
// as JSON the file that was opened, which no other format is written over.
func (w *Walk) usualTarget() string {
	format := w.SaveFormat()
	if format.Name == "json" && w.Opened != "" && (w.Document == nil || w.Document.InPlace()) {
		return w.Opened
	}
	return filepath.Join(filepath.Dir(w.Target), format.File)
}

// Prepare looks at the place to save a configuration to, before anything is
// written. read reads a file as export.Read does; say is export.FormatOptions.Say.
// The errors are those of export.Check, of read, of Form.Bytes and of
// export.SetToken, and a [logto.UnfitError] where the format needs the auth token and
// the document has but the variable.
func Prepare(format export.Format, doc *connector.Document, path string, read func(string) ([]byte, error), say func(string) string) (Saving, error) {
	s := Saving{Format: format}
	if format.NeedsToken() && doc.Config().AuthToken == connector.TokenVariable {
		return s, &logto.UnfitError{Reason: logto.TokenPlaceholder}
	}
	data := export.JSON(doc) // which keeps the layout of a file that was opened
	if s.Format.Name != "json" {
		var err error
		if data, err = s.Format.Bytes(doc, export.FormatOptions{Say: say}); err != nil {
			return s, err
		}
	}
	file := FileChange{Path: path, Data: data}
	old, err := file.look(read)
	if err != nil {
		return s, err
	}
	if file.Exists && s.Format.Document {
		file.Diff, file.Token = export.Diff(old, connector.Decode(data))
		had, has := connector.Decode(old).Config().AuthToken, doc.Config().AuthToken
		file.Filled = had == connector.TokenVariable && has != had && format.Token
		file.Token = file.Token && had != "" && !file.Filled
	}
	s.Files = []FileChange{file}
	if s.Format.Beside == "" {
		return s, nil
	}
	beside := FileChange{Path: filepath.Join(filepath.Dir(path), s.Format.Beside)}
	if old, err = beside.look(read); err != nil {
		return s, err
	}
	if beside.Data, beside.Diff, err = export.SetToken(old, doc.Config().AuthToken); err != nil {
		return s, err
	}
	beside.Same = beside.Exists && bytes.Equal(old, beside.Data)
	s.Files = append(s.Files, beside)
	return s, nil
}

// look reads what is there.
func (f *FileChange) look(read func(string) ([]byte, error)) ([]byte, error) {
	if err := export.Check(f.Path); err != nil {
		return nil, err
	}
	old, err := read(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	f.Exists, f.Same = true, bytes.Equal(old, f.Data)
	return old, nil
}

// Write writes the files, each atomically: the one with the token first, so that
// what names it is never there without it. The error is export.Write's; files that
// were written before stay.
func (s Saving) Write(ctx context.Context) error {
	for _, f := range slices.Backward(s.Files) {
		if err := export.Write(ctx, f.Path, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// Secret is the file that holds the auth token, "" where none does.
func (s Saving) Secret() string {
	switch {
	case s.Format.Beside != "":
		return s.Files[len(s.Files)-1].Path
	case s.Format.Token:
		return s.Path()
	}
	return ""
}

// Paths are all files of the format.
func (s Saving) Paths() []string {
	paths := make([]string, len(s.Files))
	for i, f := range s.Files {
		paths[i] = f.Path
	}
	return paths
}
