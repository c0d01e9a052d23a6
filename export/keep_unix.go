//go:build unix

package export

import (
	"io/fs"
	"os"
	"syscall"
)

// keep gives a new file the owner, the group and the mode of another one, as far as
// this user may.
func keep(f *os.File, like fs.FileInfo) {
	if s, ok := like.Sys().(*syscall.Stat_t); ok {
		if f.Chown(int(s.Uid), int(s.Gid)) != nil {
			_ = f.Chown(-1, int(s.Gid))
		}
	}
	_ = f.Chmod(like.Mode().Perm())
}
