package main

import (
	"fmt"
	"slices"
	"strings"
)

// row is one measure of both programs. A bound of 0 is none.
type row struct {
	name         string
	unit         string
	bare, wizard float64
	ratio, most  float64 // the bounds: of the ratio, and of the wizard's value
}

func (r row) kept() bool {
	return (r.ratio == 0 || r.wizard <= r.ratio*r.bare) && (r.most == 0 || r.wizard <= r.most)
}

func (r row) String() string {
	cells := []string{r.name, "", fmt.Sprintf("%.2f %s", r.wizard, r.unit), "", "", "", ""}
	if r.bare > 0 {
		cells[1] = fmt.Sprintf("%.2f %s", r.bare, r.unit)
		cells[3] = fmt.Sprintf("%.2f", r.wizard/r.bare)
	}
	switch {
	case r.ratio > 0:
		cells[4] = fmt.Sprintf("ratio %.2f", r.ratio)
	case r.most > 0:
		cells[4] = fmt.Sprintf("%g %s", r.most, r.unit)
	}
	if r.ratio > 0 || r.most > 0 {
		cells[5] = "kept"
		if !r.kept() {
			cells[5] = "BROKEN"
		}
	}
	return strings.Join(cells, "\t")
}

func allKept(rows []row) bool {
	return !slices.ContainsFunc(rows, func(r row) bool { return !r.kept() })
}

// median of some measures.
func median(values []float64) float64 {
	s := slices.Sorted(slices.Values(values))
	n := len(s)
	return (s[(n-1)/2] + s[n/2]) / 2
}
