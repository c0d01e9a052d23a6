package wizard

import (
	"fmt"
	"image/color"
	"io"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// terminal is an emulated terminal with a program in it: what is typed goes in
// as bytes, what is shown is what the program's bytes made of the screen. It
// lives in a synctest bubble, whose clock stands still unless wait is called.
type terminal struct {
	t       *testing.T
	m       *Model
	program *tea.Program
	ended   chan error
	once    sync.Once
	err     error

	mu     sync.Mutex
	emu    *vt.Emulator
	cursor bool // it is shown
}

// What a program takes, and more: to draw, and to tell a lone escape from the
// beginning of a sequence. They are no multiples of anything that ticks, so that
// no screen is taken while it changes.
const (
	frame  = 41_234_567 * time.Nanosecond
	escape = 131_234_567 * time.Nanosecond
)

// look is how a terminal shows colours.
type look struct {
	profile colorprofile.Profile
	light   bool
}

// newTerminal runs a wizard in a terminal of 80×24.
func newTerminal(t *testing.T, o Options, l look) *terminal {
	x := &terminal{t: t, m: New(o), emu: vt.NewEmulator(80, 24), ended: make(chan error, 1)}
	if l.light {
		x.emu.SetDefaultBackgroundColor(color.White)
	}
	x.emu.SetCallbacks(vt.Callbacks{CursorVisibility: func(visible bool) { x.cursor = visible }})
	if runtime.GOOS != "windows" { // where Bubble Tea writes for a console
		io.WriteString(x, ansi.SetModeLineFeedNewLine) // as a terminal in raw mode does
	}
	x.program = tea.NewProgram(x.m, tea.WithInput(x.input()), tea.WithOutput(x), tea.WithFilter(inspecting),
		tea.WithWindowSize(80, 24), tea.WithColorProfile(l.profile), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	go func() {
		_, err := x.program.Run()
		x.ended <- err
	}()
	x.wait(frame)
	return x
}

// input is what the terminal sends, read ahead: its answers to queries come
// while the program is still writing.
func (x *terminal) input() io.Reader {
	r, w := io.Pipe()
	chunks := make(chan []byte, 1000)
	go func() {
		defer close(chunks)
		for {
			b := make([]byte, 1024)
			n, err := x.emu.Read(b)
			if err != nil {
				return
			}
			chunks <- b[:n]
		}
	}()
	go func() {
		defer w.Close()
		for b := range chunks {
			w.Write(b)
		}
	}()
	return r
}

// Write shows what the program writes.
func (x *terminal) Write(b []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.emu.Write(b)
}

// wait lets time pass, and everything that happens in it.
func (x *terminal) wait(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// key presses a key, by Bubble Tea's name for it.
func (x *terminal) key(name string) {
	k := keyPress(name)
	if k.Text != "" {
		x.text(k.Text)
		return
	}
	x.sends(func() { x.emu.SendKey(vt.KeyPressEvent(k)) })
	if name == "esc" {
		x.wait(escape)
	}
}

func (x *terminal) text(s string)  { x.sends(func() { x.emu.SendText(s) }) }
func (x *terminal) paste(s string) { x.sends(func() { x.emu.Paste(s) }) }

// sends sends something to the program.
func (x *terminal) sends(do func()) {
	x.mu.Lock()
	do()
	x.mu.Unlock()
	x.wait(frame)
}

func (x *terminal) resize(width, height int) {
	x.mu.Lock()
	x.emu.Resize(width, height)
	x.mu.Unlock()
	x.program.Send(tea.WindowSizeMsg{Width: width, Height: height})
	x.wait(frame)
}

func (x *terminal) model() *Model { return x.m }

// screen is what the terminal shows, without blanks at the ends of lines, and
// where its cursor is.
func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var b strings.Builder
	for y := range x.emu.Height() {
		var line strings.Builder
		for at := 0; at < x.emu.Width(); {
			cell := x.emu.CellAt(at, y)
			if cell == nil || cell.Content == "" {
				line.WriteByte(' ')
				at++
				continue
			}
			line.WriteString(cell.Content)
			at += max(cell.Width, 1)
		}
		b.WriteString(stopped(strings.TrimRight(line.String(), " ")) + "\n")
	}
	if x.cursor {
		at := x.emu.CursorPosition()
		fmt.Fprintf(&b, "[cursor in column %d of line %d]\n", at.X+1, at.Y+1)
	}
	return b.String()
}

// waited is how long something is waited for.
var waited = regexp.MustCompile(`… \d+ (s|秒)`)

// stopped is a text with its spinner and its seconds at rest.
func stopped(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '⠀' && r <= '⣿' {
			return '⠿'
		}
		return r
	}, s)
	return waited.ReplaceAllString(s, "… N $1")
}

// styled is what the terminal shows with its colours and attributes.
func (x *terminal) styled() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.emu.Render() + "\n"
}

// inspection looks at the model between two messages.
type inspection func(*Model)

// inspecting takes what is no message to the model.
func inspecting(m tea.Model, msg tea.Msg) tea.Msg {
	if look, ok := msg.(inspection); ok {
		look(m.(*Model))
		return nil
	}
	return msg
}

// inspect looks at the model where the program does: a drawing may keep what it
// measures.
func (x *terminal) inspect(look func(*Model)) {
	done := make(chan struct{})
	x.program.Send(inspection(func(m *Model) {
		defer close(done)
		look(m)
	}))
	<-done
}

// result is what the program ended with; it must have ended, or be about to.
func (x *terminal) result() error {
	x.once.Do(func() { x.err = <-x.ended })
	return x.err
}

// close ends the program, which must have been well.
func (x *terminal) close() {
	x.program.Quit()
	if err := x.result(); err != nil {
		x.t.Errorf("the program ended with %v", err)
	}
	x.m.endVisit()
	x.emu.Close()
	time.Sleep(time.Minute) // what was under way ends
	synctest.Wait()
}
