// Command bare is what validate is measured against: the least that a Go program
// can do to read the files of a folder and decode them.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	dir := os.Args[1]
	entries, err := os.ReadDir(dir)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var next, wrong atomic.Int64
	var running sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		running.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(entries) {
					return
				}
				data, err := os.ReadFile(filepath.Join(dir, entries[i].Name()))
				var v any
				if err != nil || json.Unmarshal(data, &v) != nil {
					wrong.Add(1)
				}
			}
		})
	}
	running.Wait()
	fmt.Println(len(entries), "files,", wrong.Load(), "wrong")
}
