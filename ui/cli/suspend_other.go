//go:build !unix

package cli

// canSuspend: there is no job control.
func canSuspend() bool { return false }
