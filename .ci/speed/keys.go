package main

import (
	"strings"
	"time"
	"unicode/utf8"
)

// keysPerSecond is faster than anybody types, and slower than keys are drawn.
const keysPerSecond = 50

// The editor holds as much as Twilio takes.
const (
	templateLength = 1600
	ending         = "The end."
	english        = "Your verification code is {{code}}. Tell it to nobody. "
	chinese        = "您的验证码是 {{code}}，请勿告诉他人。请尽快完成验证！"
)

// words are what is typed, key by key.
var words = strings.Split("some more words ", "")

// longTemplate repeats a sentence to the length of the longest template; so many
// keys are still to come that it has that length on average.
func longTemplate(sentence string, keys int) string {
	room := templateLength - keys/2 - utf8.RuneCountInString(ending)
	runes := []rune(strings.Repeat(sentence, room/utf8.RuneCountInString(sentence)+1))
	return string(runes[:room]) + ending
}

// keys is the processor time of a key in the template editor, and the most
// memory that was held until then.
func (b bench) keys() ([]row, error) {
	rows := []row{
		{name: "key, 1,600 characters", unit: "ms", most: 4},
		{name: "key, 1,600 Chinese characters", unit: "ms", most: 4},
		{name: "peak memory", unit: "MiB", most: 25},
	}
	memory := &rows[2]
	for i, sentence := range []string{english, chinese} {
		var bare, wizard []float64
		for range b.rounds {
			cpu, peak, err := b.keysOnce(longTemplate(sentence, b.presses))
			if err != nil {
				return nil, err
			}
			bare, wizard = append(bare, cpu[0]), append(wizard, cpu[1])
			memory.bare, memory.wizard = max(memory.bare, peak[0]), max(memory.wizard, peak[1])
		}
		rows[i].bare, rows[i].wizard = median(bare), median(wizard)
	}
	return rows, nil
}

// keysOnce types into the bare program and into the wizard's editor, which holds
// a text, at the same time. It returns the milliseconds a key and the peak
// memory in MiB, of the bare program first.
func (b bench) keysOnce(text string) (cpu, peak [2]float64, err error) {
	bare, err := b.startBare()
	if err != nil {
		return cpu, peak, err
	}
	defer bare.stop()
	wizard, err := b.startWizard()
	if err != nil {
		return cpu, peak, err
	}
	defer wizard.stop()
	if err := openEditor(wizard, text); err != nil {
		return cpu, peak, err
	}
	programs := []*program{bare, wizard}
	spent, err := during(programs, func() error { return b.typeInto(programs) })
	if err != nil {
		return cpu, peak, err
	}
	for i, p := range programs {
		cpu[i] = spent[i] / float64(b.presses)
		if peak[i], err = p.peak(); err != nil {
			return cpu, peak, err
		}
	}
	return cpu, peak, nil
}

// openEditor goes to the text of the first template and puts another in its place.
func openEditor(wizard *program, text string) error {
	if err := wizard.until(atTemplates, enter); err != nil {
		return err
	}
	if err := wizard.until(atEditor, "e"); err != nil {
		return err
	}
	const clearLine = "\x15" // ctrl+u
	if err := wizard.press(clearLine); err != nil {
		return err
	}
	if err := wizard.paste(text); err != nil {
		return err
	}
	return wizard.until(ending, "")
}

// typeInto types words at a steady pace.
func (b bench) typeInto(programs []*program) error {
	tick := time.NewTicker(time.Second / keysPerSecond)
	defer tick.Stop()
	for i := range b.presses {
		<-tick.C
		for _, p := range programs {
			if err := p.press(words[i%len(words)]); err != nil {
				return err
			}
		}
	}
	return nil
}
