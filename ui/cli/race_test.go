//go:build race

package cli

// raceDetector: what is computed takes several times as long.
const raceDetector = true
