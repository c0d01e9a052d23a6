package cli

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/export"
	"logto-twilio/ui/walk"
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
func (in input) read(a *app) ([]byte, error) {
	switch {
	case in.err != nil:
		return nil, in.err
	case in.regular:
		return export.ReadRegular(in.path)
	}
	return a.readInput(in.path)
}

// judge decides what is wrong with a file, and mends it if it is told to. It is
// used by several goroutines.
type judge struct {
	*app
	ctx        context.Context
	releases   []connector.Release // which have to accept a file
	noToken    bool                // an auth token is an error
	skipOthers bool                // a file that is named may be somebody else's
	fix, write bool
	json       bool // what accepts a file is asked for
}

// acceptedBy is the release of the connector whose guard says what is accepted: what
// scripts read into that word does not change with a new release.
const acceptedBy = "1.4.4"

// verdict is what was found out about a file; the tags are those of --json.
type judgement struct {
	File       string    `json:"file"`
	Accepted   bool      `json:"accepted"`
	AcceptedBy []string  `json:"acceptedBy"`
	Problems   []finding `json:"problems"`

	skipped  bool              // it is not for the connector
	mendable bool              // some of it, perhaps
	mended   int               // problems that are mended, or would be
	diff     []export.DiffLine // of that
}

// finding is one problem, in words.
type finding struct {
	Severity problem.Severity `json:"severity"`
	Code     problem.Code     `json:"code"`
	Path     jsonText         `json:"path"`
	Line     int              `json:"line"`
	Column   int              `json:"column"`
	Message  string           `json:"message"`
	Hint     string           `json:"hint"`
}

// judge judges one file: as it is or, where it is mended and kept, as it is then.
func (j judge) judge(in input) judgement {
	v := judgement{File: in.path, AcceptedBy: []string{}, Problems: []finding{}}
	data, err := in.read(j.app)
	if err != nil {
		v.add(j.fileFinding(err))
		return v
	}
	doc := connector.Decode(data)
	if (in.found || j.skipOthers) && !doc.HasKeys() {
		v.skipped = true
		return v
	}
	problems := doc.ProblemsFor(j.releases)
	v.mendable = slices.ContainsFunc(problems, func(p problem.Problem) bool { return connector.Mendable(p.Code) })
	if j.fix && v.mendable {
		fixed, err := j.mend(&v, doc, data)
		if err != nil {
			v.add(j.fileFinding(err))
		}
		if fixed != doc {
			doc, problems = fixed, fixed.ProblemsFor(j.releases)
		}
	}
	if j.json {
		for _, r := range doc.AcceptedBy() {
			v.AcceptedBy = append(v.AcceptedBy, r.To)
		}
		v.Accepted = slices.Contains(v.AcceptedBy, acceptedBy)
	}
	if p, refused := doc.NotAccepted(j.releases); refused {
		v.add(j.findingOf(p))
	}
	if p, held := doc.HeldToken(); held && j.noToken {
		v.add(j.findingOf(p))
	}
	for _, p := range problems {
		v.add(j.findingOf(p))
	}
	return v
}

// mend mends a document, keeps that if it is told to, and returns what stands in
// the file after that.
func (j judge) mend(v *judgement, doc *connector.Document, data []byte) (*connector.Document, error) {
	fixed, mended := doc.Fix()
	if fixed == doc {
		return doc, nil
	}
	if j.write {
		write := export.Write // for the owner alone, where a token is in it
		if _, held := fixed.HeldToken(); !held && walk.CanOpen(fixed) {
			write = export.Rewrite
		}
		if err := write(j.ctx, v.File, fixed.Bytes()); err != nil {
			return doc, err
		}
	}
	v.mended = len(mended)
	v.diff, _ = export.Diff(data, fixed)
	if !j.write {
		return doc, nil
	}
	return fixed, nil
}

// add adds a finding.
func (v *judgement) add(f finding) { v.Problems = append(v.Problems, f) }

// findingOf puts a problem of a document into words. One of the whole file is at its
// beginning.
func (a *app) findingOf(p problem.Problem) finding {
	said := a.Problem(p)
	return finding{
		p.Severity, p.Code, jsonText(p.Path), max(1, p.At.Line), max(1, p.At.Column), said.Message, said.Hint,
	}
}

// fileFinding puts into words why a file could not be read or written.
func (a *app) fileFinding(err error) finding {
	code := problem.Code(export.ReadFailed)
	var read *export.ReadError
	var write *export.WriteError
	switch {
	case errors.As(err, &read):
		code = problem.Code(read.Kind)
	case errors.As(err, &write):
		code = problem.Code(write.Kind)
	}
	said := a.Failure(err)
	return finding{problem.Error, code, "", 1, 1, said.Message, said.Hint}
}

// count counts the problems of a severity.
func (v judgement) count(s problem.Severity) int {
	n := 0
	for _, f := range v.Problems {
		if f.Severity == s {
			n++
		}
	}
	return n
}
