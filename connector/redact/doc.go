// Package redact makes what a server says fit to be shown. A server may repeat
// what it was sent, however written, so [Words] shows of its text only what
// cannot be a secret, and eight bullets ([Mask]) for the rest.
package redact

// Mask stands for a secret, whatever its length.
const Mask = "••••••••"
