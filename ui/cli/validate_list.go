package cli

import (
	"bufio"
	"io"
)

// fileList is the document of validate, {"files":[…],"error":…}. It is written as the
// files are judged, a line each, so that many of them need no memory.
type fileList struct {
	ended
	out *bufio.Writer // remembers what went wrong until finish
	n   int           // files that were added
}

func newFileList(w io.Writer) *fileList { return &fileList{out: bufio.NewWriter(w)} }

// add adds a file, written by [putJSON].
func (l *fileList) add(file string) {
	l.next()
	_, _ = l.out.WriteString("\n" + file)
	l.n++
}

// next writes what stands before an entry.
func (l *fileList) next() {
	if l.n == 0 {
		_, _ = l.out.WriteString(`{"files":[`)
	} else {
		_, _ = l.out.WriteString(",")
	}
}

// finish writes the end, error in it.
func (l *fileList) finish() error {
	if l.n == 0 {
		l.next()
	}
	_, _ = l.out.WriteString("\n],\"error\":" + putJSON(l.Error) + "}\n")
	return l.out.Flush()
}
