package cli

import (
	"context"
	"errors"
	"slices"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// judge finds out what is wrong with a file, and mends it if it is told to. It is
// used by several goroutines.
type judge struct {
	ctx        context.Context
	env        Env
	tr         i18n.Printer
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
	data, err := in.read(j.env)
	if err != nil {
		v.fail(j.tr, err)
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
			v.fail(j.tr, err)
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
		v.add(j.tr, p)
	}
	if p, held := doc.HeldToken(); held && j.noToken {
		v.add(j.tr, p)
	}
	for _, p := range problems {
		v.add(j.tr, p)
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

// add puts a problem of the document into words.
func (v *judgement) add(tr i18n.Printer, p problem.Problem) {
	said := tr.Problem(p)
	// A problem of the whole file has the place of its beginning.
	v.Problems = append(v.Problems, finding{
		p.Severity, p.Code, jsonText(p.Path), max(1, p.At.Line), max(1, p.At.Column), said.Message, said.Hint,
	})
}

// fail puts into words why a file could not be read or written.
func (v *judgement) fail(tr i18n.Printer, err error) {
	code := problem.Code(export.ReadFailed)
	var read *export.ReadError
	var write *export.WriteError
	switch {
	case errors.As(err, &read):
		code = problem.Code(read.Kind)
	case errors.As(err, &write):
		code = problem.Code(write.Kind)
	}
	said := tr.Failure(err)
	v.Problems = append(v.Problems, finding{problem.Error, code, "", 1, 1, said.Message, said.Hint})
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
