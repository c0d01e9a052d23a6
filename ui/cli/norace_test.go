//go:build !race

package cli

// raceDetector: see its twin.
const raceDetector = false
