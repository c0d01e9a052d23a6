//go:build race

package logto

// raceDetector: what is computed takes several times as long.
const raceDetector = true
