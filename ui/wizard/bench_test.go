package wizard

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// began is a wizard of 80×24 at a step, for measuring; its commands are not run.
func began(change ...func(*Options)) *Model {
	o := newOptions(i18n.English)
	for _, c := range change {
		c(&o)
	}
	m := New(o)
	m.Init()
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return m
}

// BenchmarkFirstView is what happens before the first frame.
func BenchmarkFirstView(b *testing.B) {
	for b.Loop() {
		if began().View().Content == "" {
			b.Fatal("nothing is drawn")
		}
	}
}

// BenchmarkKeyInEditor is a key in a text of 1,600 characters, and its drawing.
func BenchmarkKeyInEditor(b *testing.B) {
	for _, sentence := range []string{"Your code is {{code}}. ", "您的验证码是 {{code}}，请勿泄露。"} {
		b.Run(string(sms.MeasureText(sentence).Encoding), func(b *testing.B) {
			long := []rune(strings.Repeat(sentence, 100))[:1600]
			m := began(chosen, func(o *Options) { o.Walk.SetContent(0, string(long)) })
			m.to(walk.Templates)
			m.Update(keyPress("e"))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m.Update(keyPress([]string{"x", "backspace"}[i%2]))
				_ = m.View()
			}
		})
	}
}

// BenchmarkKeyInForm is a key in the field of the token, and its drawing.
func BenchmarkKeyInForm(b *testing.B) {
	m := began()
	m.to(walk.Credentials)
	for i := 0; b.Loop(); i++ {
		m.Update(keyPress([]string{"x", "backspace"}[i%2]))
		_ = m.View()
	}
}

// large is a document of almost a mebibyte.
func large(o *Options) {
	var b strings.Builder
	b.WriteString(`{"accountSID": "AC", "templates": [`)
	for i := 0; b.Len() < 1<<20-200; i++ {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n"+`{"content": "Your code is {{code}}. %d", "usageType": "Generic"}`, i)
	}
	b.WriteString("\n]}\n")
	o.Walk.Open("large.json", connector.Decode([]byte(b.String())))
}

// BenchmarkReviewLargeFile draws the review, of a large file and of a small one:
// the size makes no difference once it is open.
func BenchmarkReviewLargeFile(b *testing.B) {
	for _, c := range []struct {
		name string
		open func(*Options)
	}{{"large", large}, {"small", openFile("troubled.json")}} {
		b.Run(c.name, func(b *testing.B) {
			m := began(c.open)
			m.to(walk.Review)
			for b.Loop() {
				_ = m.View()
			}
		})
		b.Run(c.name+"-opening", func(b *testing.B) {
			m := began(c.open)
			for b.Loop() {
				m.to(walk.Review)
			}
		})
	}
}

func TestDrawingTheReviewDoesNotDependOnTheFile(t *testing.T) {
	allocs := func(open func(*Options)) float64 {
		m := began(open)
		m.to(walk.Review)
		return testing.AllocsPerRun(10, func() { _ = m.View() })
	}
	if large, small := allocs(large), allocs(openFile("troubled.json")); large > 2*small {
		t.Errorf("%v allocations for a large file, %v for a small one", large, small)
	}
}

// BenchmarkKeyInLargeAccount is a key in the list of 100 services, and in that of
// 5,000 numbers, with its drawing.
func BenchmarkKeyInLargeAccount(b *testing.B) {
	filled := func(o *Options) {
		chosen(o)
		w := o.Walk
		for i := range 100 {
			sid := fmt.Sprintf("MG%03d", i)
			w.AddService(account.Service{SID: sid, FriendlyName: sid})
			senders := make([]account.Sender, 50)
			for j := range senders {
				number := fmt.Sprintf("+4477%03d%05d", i, j)
				senders[j] = account.Sender{Kind: account.LongCode, SID: "PN" + number, Name: number, Country: "GB", SMS: true}
				w.AddNumbers(account.PhoneNumber{SID: "PN" + number, Number: number, SMS: true})
			}
			w.SetSenders(sid, senders, account.Found[[]account.Campaign]{}, nil)
		}
		w.Listed, w.NumbersListed = true, true
	}
	for _, list := range []struct{ name, key string }{{"services", "home"}, {"numbers", "a"}} {
		b.Run(list.name, func(b *testing.B) {
			m := began(filled)
			m.to(walk.Sender)
			m.Update(keyPress(list.key))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m.Update(keyPress([]string{"down", "up"}[i%2]))
				_ = m.View()
			}
		})
	}
}
