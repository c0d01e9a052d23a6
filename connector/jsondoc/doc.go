// Package jsondoc reads JSON as JavaScript's JSON.parse does, with the place of every
// value and of every mistake, and writes changed parts so that the layout around them
// stays as it is.
package jsondoc
