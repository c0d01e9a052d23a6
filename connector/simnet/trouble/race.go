//go:build race

package trouble

// RaceDetector reports whether the tests run with the race detector, with which what
// is computed takes several times as long.
const RaceDetector = true
