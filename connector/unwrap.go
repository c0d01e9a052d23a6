package connector

import (
	"slices"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// row is a connector as in requests and answers of Logto's Management API, or as in
// its database.
type row struct {
	at         *jsondoc.Value
	id, config *jsondoc.Value
	database   bool
}

// rowOf reads a row; false where the value is not one: it has no id or no config, or
// it has keys of a configuration itself.
func rowOf(v *jsondoc.Value) (row, bool) {
	r := row{at: v, id: v.Get("connectorId"), config: v.Get("config")}
	if !r.id.Is(jsondoc.String) {
		r.id, r.database = v.Get("connector_id"), true
	}
	if !r.id.Is(jsondoc.String) || r.config == nil {
		return row{}, false
	}
	return r, !slices.ContainsFunc(configKeys, func(key string) bool { return v.Get(key) != nil })
}

// rowsOf returns the rows of a tree: the tree is a row, a list of rows, or an object
// with such a list under one of its keys.
func rowsOf(tree *jsondoc.Value) (rows []row, listed bool) {
	if r, ok := rowOf(tree); ok {
		return []row{r}, false
	}
	lists := []*jsondoc.Value{tree}
	if tree.Is(jsondoc.Object) && !isTwilioConfig(tree) {
		for _, m := range tree.Members {
			lists = append(lists, m.Value)
		}
	}
	for _, list := range lists {
		for _, item := range list.Items {
			if r, ok := rowOf(item); ok {
				rows = append(rows, r)
			}
		}
		if len(rows) > 0 {
			return rows, true
		}
	}
	return nil, false
}

// unwrap sets Root to the configuration in the tree, and reports the rows around it.
// Root stays nil where the tree is of another connector.
func (d *Document) unwrap() {
	if d.tree == nil {
		return
	}
	rows, listed := rowsOf(d.tree)
	switch {
	case len(rows) > 0:
		d.choose(rows, listed)
	case d.tree.Is(jsondoc.String):
		d.Root = d.tree
		d.unescape()
	default:
		if name := otherConnectorOf(d.tree); name != "" {
			d.addOuter(problem.Problem{Severity: problem.Error, Code: problem.ForeignConfiguration, At: d.tree.At, Args: problem.Args{"name": name, "expected": FactoryID}})
			return
		}
		d.Root = d.tree
	}
}

// addOuter adds a problem of what is around the configuration.
func (d *Document) addOuter(p problem.Problem) {
	d.outer = append(d.outer, d.placed([]problem.Problem{p})...)
}

// choose takes the configuration of one of the rows.
func (d *Document) choose(rows []row, listed bool) {
	mine := slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.id.Text != FactoryID })
	r := rows[0]
	switch {
	case len(mine) > 0:
		r = mine[0]
	case listed:
		d.addOuter(problem.Problem{Severity: problem.Error, Code: problem.NoTwilioConnector, At: d.tree.At, Args: problem.Args{"count": len(rows), "expected": FactoryID}})
		return
	}
	config, inner := r.config, d.inner(r.config)
	if inner != nil {
		config = inner.tree
	}
	if len(mine) == 0 && !isTwilioConfig(config) {
		d.addOuter(problem.Problem{Severity: problem.Error, Code: problem.ForeignConfiguration, At: r.id.At, Args: problem.Args{"name": nameOfConnector(r.id.Text), "expected": FactoryID}})
		return
	}
	found := problem.Problem{Severity: problem.Info, Code: problem.WrappedConfiguration, At: d.tree.At, Args: problem.Args{"connectorId": r.id.Text}}
	switch {
	case listed:
		found.Code, found.Args = problem.ConnectorList, problem.Args{"count": len(rows), "connectorId": r.id.Text}
	case r.database:
		found.Code = problem.DatabaseRow
	}
	d.addOuter(found)
	if len(mine) == 0 {
		d.addOuter(problem.Problem{Severity: problem.Warning, Code: problem.OtherConnector, At: r.id.At, Args: problem.Args{"connectorId": r.id.Text, "expected": FactoryID}})
	}
	if len(mine) > 1 {
		d.addOuter(problem.Problem{Severity: problem.Warning, Code: problem.SeveralConnectors, At: mine[1].at.At, Args: problem.Args{"count": len(mine), "line": r.at.At.Line}})
	}
	d.Root, d.Wrapped, d.connector = r.config, true, r.id.Text
	if inner != nil {
		d.Root = d.enterInner(inner)
	}
}

// innerText is a configuration in the text of a string.
type innerText struct {
	extraction
	tree *jsondoc.Value
}

// inner decodes the text of a string; nil where it is no JSON object.
func (d *Document) inner(v *jsondoc.Value) *innerText {
	if !v.Is(jsondoc.String) {
		return nil
	}
	x, ok := unescaped(d.text, v.Start+1, v.End-1)
	if !ok {
		return nil
	}
	s := jsondoc.Scanner{Src: x.text}
	if !s.Admit(len(x.text)) {
		return nil
	}
	tree := s.Document()
	if !tree.Is(jsondoc.Object) {
		return nil
	}
	return &innerText{x, tree}
}

// enterInner makes the configuration in a string the document's.
func (d *Document) enterInner(i *innerText) *jsondoc.Value {
	d.enter(i.extraction)
	d.tree = i.tree
	return i.tree
}

// unescape handles a text that is one string with a configuration in it.
func (d *Document) unescape() {
	inner := d.inner(d.tree)
	if inner == nil || !isTwilioConfig(inner.tree) {
		return
	}
	d.addOuter(problem.Problem{Severity: problem.Error, Code: problem.EscapedJSON, At: d.tree.At})
	inner.replaceable, inner.refused = true, true
	d.Root = d.enterInner(inner)
}

// unescaped extracts a part of a text with the escapes of JSON strings resolved; false
// where one is not valid.
func unescaped(text string, from, to int) (extraction, bool) {
	var e extractor
	s := jsondoc.Scanner{Src: text[:to]}
	for i := from; i < to; {
		if text[i] != '\\' {
			e.copy(text, i, i+1)
			i++
			continue
		}
		decoded, next, ok := s.Escape(nil, i, from)
		if !ok {
			return extraction{}, false
		}
		e.write(string(decoded), i)
		i = next
	}
	return e.result(to), true
}
