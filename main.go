// Command logto-twilio walks from a Twilio account to a working Logto Twilio
// SMS connector.
package main

import (
	"os"

	"logto-twilio/ui/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], cli.System())) }
