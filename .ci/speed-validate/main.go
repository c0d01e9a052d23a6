// Command speed-validate measures logto-twilio validate on a folder of small
// files against the least that a Go program can do with them, in turn on this
// machine, and holds it to a bound.
//
//	speed-validate [-files N] [-rounds N] VALIDATE BARE [NAME=COMMAND…]
//
// Each COMMAND is measured beside the two, with the folder as its last argument.
// It exits with 1 where the bound is broken.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// bound is how many times as long as bare validate may take.
const bound = 1.5

// attempts is how often a broken bound is measured again: a machine that is busy
// with something else makes it no better.
const attempts = 3

// contender is a program that is measured.
type contender struct {
	name  string
	args  []string
	times []time.Duration
}

func main() {
	files := flag.Int("files", 10_000, "how many files of 1 KB")
	rounds := flag.Int("rounds", 15, "how often each is run")
	flag.Parse()
	if flag.NArg() < 2 {
		fmt.Fprintln(os.Stderr, "usage: speed-validate [-files N] [-rounds N] VALIDATE BARE [NAME=COMMAND…]")
		os.Exit(2)
	}
	kept, err := run(*files, *rounds, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "speed-validate:", err)
		os.Exit(3)
	}
	if !kept {
		os.Exit(1)
	}
}

// run measures, and reports whether the bound was kept.
func run(files, rounds int, args []string) (kept bool, err error) {
	dir, err := os.MkdirTemp("", "speed-validate")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	if err := generate(dir, files); err != nil {
		return false, err
	}
	for range attempts {
		all := contenders(dir, args)
		if err := measure(all, rounds); err != nil {
			return false, err
		}
		report(all, files)
		if ratio(all[1], all[0]) <= bound {
			return true, nil
		}
	}
	return false, nil
}

// contenders are bare, validate in some of its ways, and what else was named.
func contenders(dir string, args []string) []contender {
	names, _ := filepath.Glob(filepath.Join(dir, "*.json")) // the pattern is a right one
	validate := []string{args[0], "validate"}
	all := []contender{
		{name: "bare", args: []string{args[1], dir}},
		{name: "validate FOLDER", args: append(slices.Clone(validate), dir)},
		{name: "validate --json FOLDER", args: append(slices.Clone(validate), "--json", dir)},
		{name: "validate FILE…", args: append(slices.Clone(validate), names...)},
	}
	for _, other := range args[2:] {
		name, command, _ := strings.Cut(other, "=")
		all = append(all, contender{name: name, args: append(strings.Fields(command), dir)})
	}
	return all
}

// generate writes configurations of 1 KB that differ in their SIDs.
func generate(dir string, files int) error {
	text, err := os.ReadFile("connector.json")
	if err != nil {
		return err
	}
	for i := range files {
		number := fmt.Appendf(nil, "%08d", i)
		path := filepath.Join(dir, fmt.Sprintf("connector-%08d.json", i))
		if err := os.WriteFile(path, bytes.ReplaceAll(text, []byte("00000000"), number), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// measure runs the contenders in turn, the first time for nothing.
func measure(all []contender, rounds int) error {
	for round := range rounds + 1 {
		for i := range all {
			c := &all[i]
			cmd := exec.Command(c.args[0], c.args[1:]...)
			var words bytes.Buffer
			cmd.Stderr = &words
			start := time.Now()
			if err := cmd.Run(); err != nil {
				return fmt.Errorf("%s: %w: %s", c.name, err, words.Bytes())
			}
			if round > 0 {
				c.times = append(c.times, time.Since(start))
			}
		}
	}
	return nil
}

func report(all []contender, files int) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tmedian\tleast\tfiles a second\ttimes bare\t")
	for _, c := range all {
		m := median(c.times)
		fmt.Fprintf(w, "%s\t%d ms\t%d ms\t%.0f\t%.2f\t\n", c.name, m.Milliseconds(), slices.Min(c.times).Milliseconds(),
			float64(files)/m.Seconds(), ratio(c, all[0]))
	}
	w.Flush()
	fmt.Printf("validate FOLDER takes %.2f times as long as bare; at most %.2f is wanted\n", ratio(all[1], all[0]), bound)
}

// ratio is how many times as long one takes as another.
func ratio(c, other contender) float64 {
	return float64(median(c.times)) / float64(median(other.times))
}

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}
