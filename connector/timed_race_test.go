//go:build race

package connector

import "logto-twilio/connector/jsondoc"

// timedSize is a quarter of what it is without the race detector, which is slow.
const timedSize = jsondoc.MaxSize / 4
