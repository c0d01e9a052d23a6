// Package editor is a component for Bubble Tea 2 in which a message of some
// thousand characters is written, in any script.
//
// A [Model] holds the text, takes keys and pastes in Update, and draws in View:
// so many rows of exactly so many cells. Its cursor is the terminal's own, which
// [Model.Cursor] places, so that the window of an input method opens where the
// text is.
//
//   - Lines are broken where Unicode allows it (UAX #14, by rivo/uniseg), and a
//     word that is wider than a row between grapheme clusters. No blank is left
//     out at the end of a row: the rows, joined, are the text.
//   - The cursor stands between grapheme clusters (UAX #29, as the renderer of
//     Bubble Tea cuts them), never inside one.
//   - Keys are those of readline. Words are those of UAX #29; Chinese, which has
//     no blanks, is cut by a list of words ([Model.Words]).
//   - Whatever a cluster is, something of it is seen: a tab is an arrow, a control
//     character its picture, and a character without width a dot.
//
// What the text means is none of the editor's business. [Model.Marks] is asked
// after every change which parts of the text are drawn in which [Look], and what
// is drawn between its characters though it is no part of the text ([Mark.Lead]);
// [Model.Replace] changes many places in one step that undo takes back.
//
// A key costs what changed: clusters and line breaks are found anew around it
// only, and View draws the rows in sight, once a change.
package editor
