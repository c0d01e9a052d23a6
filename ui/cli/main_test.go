package cli

import (
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The test binary runs itself as the program, for what only another process can
// show: programEnv says how.
const programEnv = "LOGTO_TWILIO_TEST_PROGRAM"

// How the test binary runs as the program.
const (
	asIs           = "as-is"
	updatePanics   = "update-panics"  // as soon as there is the file that crashEnv names
	commandPanics  = "command-panics" // when a page is to be opened
	crashEnv       = "LOGTO_TWILIO_TEST_CRASH"
	crashedBecause = "a fault of the program"
)

func TestMain(m *testing.M) {
	env := System()
	switch os.Getenv(programEnv) {
	case asIs:
	case updatePanics:
		env.Getenv = func(name string) string {
			if _, err := os.Stat(os.Getenv(crashEnv)); err == nil {
				panic(crashedBecause + " at " + os.Getenv("TWILIO_AUTH_TOKEN"))
			}
			return os.Getenv(name)
		}
	case commandPanics:
		env.OpenURL = func(string) error { panic(crashedBecause + " at " + os.Getenv("TWILIO_AUTH_TOKEN")) }
	default:
		_ = flag.Set("test.parallel", "8") // these tests wait more than they compute
		testscript.Main(m, map[string]func(){
			"logto-twilio": func() { os.Exit(Main(os.Args[1:], System())) },
		})
	}
	os.Exit(Main(os.Args[1:], env))
}
