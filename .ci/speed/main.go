// Command speed measures the wizard against the least that Bubble Tea can do,
// side by side on this machine, and holds it to bounds.
//
//	speed [-short] WIZARD BARE
//
// It exits with 1 where a bound is broken.
package main

import (
	"debug/buildinfo"
	"flag"
	"fmt"
	"os"
	"text/tabwriter"
	"time"
)

// plan is how much is measured. What breaks a bound is measured again, as often
// as attempts says: a machine that is busy with something else makes it no better.
type plan struct {
	starts, presses, rounds int
	still                   time.Duration // how long nobody types
	attempts                int
}

var (
	full  = plan{starts: 40, presses: 500, rounds: 3, still: 10 * time.Second, attempts: 3}
	short = plan{starts: 20, presses: 150, rounds: 1, still: 5 * time.Second, attempts: 4}
)

func main() {
	brief := flag.Bool("short", false, "measure less, in half a minute")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: speed [-short] WIZARD BARE")
		os.Exit(2)
	}
	b := bench{plan: full, wizard: flag.Arg(0), bare: flag.Arg(1)}
	if *brief {
		b.plan = short
	}
	kept, err := b.run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(3)
	}
	if !kept {
		os.Exit(1)
	}
}

// run measures everything and reports whether every bound was kept.
func (b bench) run() (kept bool, err error) {
	if err := sameLibraries(b.wizard, b.bare); err != nil {
		return false, err
	}
	kept = true
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tbare\twizard\tratio\tbound\t\t")
	for _, measure := range []func() ([]row, error){b.size, b.firstFrame, b.idle, b.keys} {
		rows, err := b.persist(measure)
		if err != nil {
			return false, err
		}
		for _, r := range rows {
			fmt.Fprintln(w, r)
			kept = kept && r.kept()
		}
	}
	return kept, w.Flush()
}

// persist measures again where a bound was broken.
func (b bench) persist(measure func() ([]row, error)) (rows []row, err error) {
	for range b.attempts {
		if rows, err = measure(); err != nil || allKept(rows) {
			break
		}
	}
	return rows, err
}

// sameLibraries makes sure that like is compared with like: what both programs
// are built from has the same version in both.
func sameLibraries(a, b string) error {
	in, err := buildinfo.ReadFile(a)
	if err != nil {
		return err
	}
	other, err := buildinfo.ReadFile(b)
	if err != nil {
		return err
	}
	if in.GoVersion != other.GoVersion {
		return fmt.Errorf("%s is built with %s, %s with %s", a, in.GoVersion, b, other.GoVersion)
	}
	for _, d := range in.Deps {
		for _, o := range other.Deps {
			if d.Path == o.Path && d.Version != o.Version {
				return fmt.Errorf("%s has %s %s, %s has %s", a, d.Path, d.Version, b, o.Version)
			}
		}
	}
	return nil
}
