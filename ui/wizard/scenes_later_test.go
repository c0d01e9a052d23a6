package wizard

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/walk"
)

func templatesScenes() []scene {
	return []scene{{"templates", "texts", with(chosen), []action{
		at(walk.Templates), shot("the first"),
		press("down", "down", "down", "down"), shot("one that can go"),
		press("space"), shot("gone"),
		press("down"), shot("a use"),
		press("space"), shot("added"),
		press("l"), shot("the other language"),
	}}, {"templates", "with problems", with(openFile("troubled.json")), []action{
		straight, press("7"), shot("no code"),
		press("down"), shot("an unknown type"),
		press("down", "down"), shot("a second one"),
	}}}
}

func editorScenes() []scene {
	return []scene{{"editor", "a text", with(chosen), []action{
		at(walk.Templates), press("e"), shot("as it was"),
		replaced("Ihr Code für den Shop: {{code}}"), shot("GSM-7"),
		typed(" 🔐"), shot("an emoji"),
		replaced("“Welcome”… {{code}} for {{name}}, and don’t share it: we shall never ask you for it."), shot("characters that cost"),
		press("ctrl+r"), shot("in GSM-7"),
		press("ctrl+_"), shot("undone"),
		press("f1", "pgdown", "pgdown", "pgdown"), shot("keys of the text"), press("esc"),
		replaced("Your code is here"), shot("no code"),
		replaced(strings.Repeat("您的验证码是 {{code}}，请勿泄露。", 9)), shot("long and Chinese"),
		replaced(""), shot("empty"),
		press("esc"), shot("back in the list"),
	}}}
}

func reviewScenes() []scene {
	return []scene{
		{"review", "of what the walk makes", with(chosen), []action{
			at(walk.Review), shot("clean"),
			press("pgdown"), shot("further down"),
		}},
		{"review", "of a file", with(openFile("troubled.json")), []action{
			straight, shot("problems"),
			press("pgdown"), shot("further down"),
			press("pgdown", "pgdown", "pgdown", "pgdown"), shot("the end"),
		}},
	}
}

// numbered has a number to test with.
func numbered(number string) func(*Options) {
	return func(o *Options) {
		chosen(o)
		o.Walk.TestNumber = number
	}
}

func testScenes() []scene {
	return []scene{
		{"test", "the form", with(chosen), []action{
			at(walk.Test), shot("empty"),
			typed("0171 555"), press("enter"), shot("no number"),
			replaced("+1 (555) 123-4567"), press("enter"), shot("which template"),
			press("right"), shot("another"),
			press("enter"), shot("the question"),
		}},
		{"test", "its own number", with(numbered("+14155550120")), []action{at(walk.Test), press("enter"), shot("refused")}},
		{"test", "once more", with(numbered(arriving)), []action{
			at(walk.Test), sending, delivered, press("down", "enter", "enter", "enter"), shot("no is the default"),
		}},
	}
}

// sending sends a test message.
var sending = press("enter", "enter", "y")

// meets is a number whose messages meet an effect.
func meets(effect twiliosim.Effect, code int) func(*Options) {
	for _, s := range twiliosim.Scenarios() {
		if s.Effect == effect && s.Code == code {
			return numbered(s.Number)
		}
	}
	panic(fmt.Sprintf("no number for %s %d", effect, code))
}

func deliveryScenes() []scene {
	end := func(name string, to func(*Options), d time.Duration, shown string) scene {
		return scene{"delivery", name, with(to), []action{at(walk.Test), sending, after(d), shot(shown)}}
	}
	return []scene{
		{"delivery", "on its way", with(numbered(arriving)), []action{
			at(walk.Test), sending, after(time.Second), shot("queued"), delivered, shot("delivered"),
		}},
		end("undelivered", meets(twiliosim.Undelivered, 30003), 10*time.Second, "with a code"),
		end("failed", meets(twiliosim.Failed, 30044), 10*time.Second, "with a code"),
		end("blocked later", meets(twiliosim.UndeliveredLate, 30034), 10*time.Second, "with a code"),
		end("delivered with a warning", meets(twiliosim.Warned, 30018), 10*time.Second, "with a code"),
		end("refused", meets(twiliosim.Refused, 21608), time.Second, "with a code"),
		{"delivery", "not answered", with(meets(twiliosim.Hanging, 0)), []action{
			at(walk.Test), sending, shot("sending"), after(time.Minute), shot("unknown"),
		}},
		{"delivery", "cancelled", with(meets(twiliosim.Slow, 0)), []action{at(walk.Test), sending, press("esc"), shot("unknown")}},
		end("a page of HTML", meets(twiliosim.HTMLPage, 0), 20*time.Second, "unknown"),
		end("no network", meets(twiliosim.Unreachable, 0), 20*time.Second, "not sent"),
		{"delivery", "no word", with(meets(twiliosim.NeverReported, 0)), []action{
			at(walk.Test), sending, delivered, shot("waiting"), press("esc"), shot("stopped"), press("enter"), after(time.Second), shot("waiting again"),
		}},
		{"delivery", "no template", with(numbered(arriving), func(o *Options) { o.Walk.Templates = nil }), []action{
			at(walk.Test), sending, shot("said"),
		}},
	}
}

// rotated has another token than the file.
func rotated(o *Options) {
	o.Walk.AuthToken = strings.Repeat("a", 32)
	o.Walk.SetAccount(*o.Walk.Account, nil)
}

func saveScenes() []scene {
	return []scene{
		{"save", "a new file", with(chosen), []action{
			at(walk.Save), shot("where"),
			replaced("folder"), press("enter"), shot("a folder"),
			replaced("nowhere/connector.json"), press("enter"), shot("no such folder"),
			replaced("mine.json"), press("enter"), shot("done"),
		}},
		{"save", "over a file", with(openFile("good.json"), chosen, rotated), []action{
			at(walk.Templates), press("e"), replaced("Changed: {{code}}"), press("esc"), at(walk.Save),
			press("enter"), shot("the difference"), press("y"), shot("done"),
		}},
		{"save", "in git", with(chosen, func(o *Options) {
			o.GitState = func(context.Context, string) export.GitStatus { return export.GitNotIgnored }
		}), []action{at(walk.Save), press("enter"), shot("done")}},
		{"save", "refused by Logto", with(chosen, func(o *Options) { o.Walk.Templates = o.Walk.Templates[:2] }), []action{
			at(walk.Save), shot("where"), press("enter"), shot("asked"),
		}},
		{"save", "the demo", with(demo), []action{at(walk.Save), press("enter"), shot("done")}},
	}
}

func frameScenes() []scene {
	drafts := func(o *Options) { o.Drafts = &fakeDrafts{} }
	broken := func(o *Options) { o.Drafts = &fakeDrafts{err: errors.New("no space")} }
	return []scene{
		{"frame", "quitting", with(chosen, drafts), []action{press("ctrl+c"), shot("with drafts")}},
		{"frame", "quitting", with(chosen), []action{press("ctrl+c"), shot("without")}},
		{"frame", "help", with(signedIn), []action{
			press("enter", "f1"), shot("of Credentials"), press("pgdown"), shot("further down"),
		}},
		{"frame", "help", with(chosen), []action{
			press("f1"), shot("of Start"), press("esc"), at(walk.Templates), press("f1"), shot("of Templates"),
			press("esc"), at(walk.Test), press("f1"), shot("of Test"), press("esc"), press("ctrl+s", "f1"), shot("of Save"),
		}},
		{"frame", "another Twilio", with(func(o *Options) { o.BaseURL = "http://127.0.0.1:4010/a/rather/long/path/to/a/mock" }), []action{shot("named")}},
		{"frame", "no draft", with(chosen, broken), []action{press("enter"), shot("a notice")}},
		{"frame", "no browser", with(func(o *Options) { o.OpenURL = func(string) error { return errors.New("none") } }), []action{
			press("ctrl+o"), shot("the address"),
		}},
	}
}
