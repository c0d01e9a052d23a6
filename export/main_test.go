package export

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"
)

// The test binary runs itself as another process, for what only another process
// can show: helperEnv says which part it plays, its last argument is a path.
const helperEnv = "LOGTO_TWILIO_TEST_HELPER"

func TestMain(m *testing.M) {
	path := os.Args[len(os.Args)-1]
	switch os.Getenv(helperEnv) {
	case "":
		os.Exit(m.Run())
	case "stuck": // writes half of the data and never ends
		_ = creating(stuckCreate).write(context.Background(), path, []byte("half"))
	case "write-many":
		for i := range 100 {
			if err := Write(context.Background(), path, fmt.Appendf(nil, "%d %0*d", os.Getpid(), 5000, i)); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
		}
	case "kinds": // as another user: what Check and Write say
		fmt.Println(kindOf(Check(path)), kindOf(Write(context.Background(), path, []byte("x"))))
	}
}

// stuckCreate makes files that hang once something was written.
func stuckCreate(name string) (file, error) {
	f, err := create(name)
	return stuckFile{f}, err
}

type stuckFile struct{ file }

func (f stuckFile) Sync() error {
	fmt.Println("ready")
	time.Sleep(time.Hour)
	return nil
}
