package main

import (
	"errors"
	"os"
	"time"
)

// bench measures two programs.
type bench struct {
	plan
	wizard, bare string
}

// What tells the screens on the way; the rail's arrow stands before the step
// that is shown.
const (
	atStart       = "▸ Start"
	atCredentials = "▸ Credentials"
	atTemplates   = "▸ Templates"
	atEditor      = "Text for"
	enter         = "\r"
)

func (b bench) startBare() (*program, error)   { return start(b.bare) }
func (b bench) startWizard() (*program, error) { return start(b.wizard, "--demo", "--lang", "en") }

// size is that of the stripped binary.
func (b bench) size() ([]row, error) {
	bare, err := os.Stat(b.bare)
	if err != nil {
		return nil, err
	}
	wizard, err := os.Stat(b.wizard)
	if err != nil {
		return nil, err
	}
	return []row{{name: "stripped binary", unit: "MB",
		bare: float64(bare.Size()) / 1e6, wizard: float64(wizard.Size()) / 1e6, most: 15}}, nil
}

// firstFrame is the time to the first text, the programs in turn.
func (b bench) firstFrame() ([]row, error) {
	var times [2][]float64
	for range b.starts {
		for i, run := range []func() (*program, error){b.startBare, b.startWizard} {
			p, err := run()
			if err != nil {
				return nil, err
			}
			select {
			case d := <-p.first:
				times[i] = append(times[i], float64(d.Microseconds())/1000)
			case <-time.After(patience):
				err = errors.New("no first frame")
			}
			p.stop()
			if err != nil {
				return nil, err
			}
		}
	}
	return []row{{name: "first frame", unit: "ms", bare: median(times[0]), wizard: median(times[1]), ratio: 1.25}}, nil
}

// idle is what each takes while nobody types, all at the same time.
func (b bench) idle() ([]row, error) {
	const name, ratio = "idle, ", 1.2
	var bare, first, credentials []float64
	for range b.rounds {
		cpu, err := b.idleOnce()
		if err != nil {
			return nil, err
		}
		bare, first, credentials = append(bare, cpu[0]), append(first, cpu[1]), append(credentials, cpu[2])
	}
	return []row{
		{name: name + "first screen", unit: "ms/s", bare: median(bare), wizard: median(first), ratio: ratio},
		{name: name + "Credentials", unit: "ms/s", bare: median(bare), wizard: median(credentials), ratio: ratio},
	}, nil
}

// idleOnce is the processor time a second of the bare program, the wizard's
// first screen and its second.
func (b bench) idleOnce() (cpu [3]float64, err error) {
	var programs [3]*program
	for i, run := range []func() (*program, error){b.startBare, b.startWizard, b.startWizard} {
		p, err := run()
		if err != nil {
			return cpu, err
		}
		defer p.stop()
		programs[i] = p
	}
	if err := programs[1].until(atStart, ""); err != nil {
		return cpu, err
	}
	if err := programs[2].until(atCredentials, enter); err != nil {
		return cpu, err
	}
	time.Sleep(time.Second) // what a start leaves to do is done
	spent, err := during(programs[:], func() error { time.Sleep(b.still); return nil })
	for i := range spent {
		cpu[i] = spent[i] / b.still.Seconds()
	}
	return cpu, err
}

// during is the processor time in milliseconds that programs take while
// something is done.
func during(programs []*program, do func() error) ([]float64, error) {
	spent := make([]float64, len(programs))
	for i, p := range programs {
		d, err := p.cpu()
		if err != nil {
			return nil, err
		}
		spent[i] = -d.Seconds() * 1000
	}
	if err := do(); err != nil {
		return nil, err
	}
	for i, p := range programs {
		d, err := p.cpu()
		if err != nil {
			return nil, err
		}
		spent[i] += d.Seconds() * 1000
	}
	return spent, nil
}
