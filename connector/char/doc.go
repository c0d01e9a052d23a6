// Package char knows characters: the names of those that cannot be seen, what a paste
// brings along, and the halves of a pair that a JavaScript string may hold.
package char
