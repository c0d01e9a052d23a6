//go:build !race

package logto

// raceDetector: see its twin.
const raceDetector = false
