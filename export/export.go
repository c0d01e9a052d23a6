// Package export puts a configuration where it is used: its forms, its writing
// to disk, and what of it may be shown.
package export

import "logto-twilio/connector"

// Mask stands for a secret, whatever its length.
const Mask = "••••••••"

// JSON is the connector JSON as it is saved.
func JSON(d *connector.Document) []byte { return nil }

// Masked is the connector JSON with the auth token replaced by Mask, to be shown.
func Masked(d *connector.Document) []byte { return nil }
