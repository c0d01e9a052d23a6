//go:build race

package connector

import "logto-twilio/connector/jsondoc"

// timedSize is little with the race detector, which makes regular expressions slow
// beyond all comparison; without it the largest texts are timed.
const timedSize = jsondoc.MaxSize / 32
