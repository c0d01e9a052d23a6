package redact

import (
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strings"
)

// forms are the ways to write a secret, each as its letters and digits alone, in
// lower case. Base64 has three, by what stands before the secret.
func forms(secret string) []string {
	if len(secret) < piece {
		return nil
	}
	backwards := []byte(secret)
	slices.Reverse(backwards)
	all := []string{secret, string(backwards), hex.EncodeToString([]byte(secret))}
	for before := range 3 {
		encoded := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("x", before) + secret))
		all = append(all, encoded[[]int{0, 2, 3}[before]:])
	}
	for i, form := range all {
		all[i] = strings.ToLower(strings.Map(func(r rune) rune {
			if alphanumeric(r) {
				return r
			}
			return -1
		}, form))
	}
	return all
}
