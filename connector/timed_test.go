//go:build !race

package connector

import "logto-twilio/connector/jsondoc"

// timedSize is the size of texts that would take minutes if anything were quadratic:
// the largest that is read.
const timedSize = jsondoc.MaxSize
