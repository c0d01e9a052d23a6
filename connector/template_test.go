package connector

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestRender(t *testing.T) {
	payload := Payload{
		"code":  "123456",
		"empty": "",
		"again": "{{code}}",
		"high":  "\xed\xa0\xbd",
		"low":   "\xed\xb8\x80",
	}
	for _, tt := range []struct{ name, content, want string }{
		{"no placeholder", "Hello", "Hello"},
		{"empty", "", ""},
		{"code", "Your code is {{code}}.", "Your code is 123456."},
		{"twice", "{{code}}{{code}}", "123456123456"},
		{"blanks", "{{ \t\n code \r\n}}", "123456"},
		{"every other blank of JavaScript",
			"{{\v\f\u00a0\u1680\u2000\u200acode\u2028\u2029\u202f\u205f\u3000\ufeff}}", "123456"},
		{"next line is no blank", "{{\u0085code}}", "{{\u0085code}}"},
		{"zero-width space is no blank", "{{\u200bcode}}", "{{\u200bcode}}"},
		{"blank within", "{{co de}}", "{{co de}}"},
		{"three braces", "{{{code}}}", "{123456}"},
		{"four braces", "{{{{code}}}}", "{{123456}}"},
		{"opened twice", "{{ {{code}}", "{{ 123456"},
		{"opened by a brace and a blank", "{ {code}}", "{ {code}}"},
		{"closed by one brace", "{{code} {{code}}", "{{code} 123456"},
		{"closed apart", "{{code} }", "{{code} }"},
		{"never closed", "{{code", "{{code"},
		{"nothing within", "{{}}{{ }}", "{{}}{{ }}"},
		{"upper case is another name", "{{Code}}", "{{Code}}"},
		{"not ASCII", "{{codé}}{{ｃode}}{{code٣}}", "{{codé}}{{ｃode}}{{code٣}}"},
		{"hyphen", "{{code-x}}", "{{code-x}}"},
		{"root missing", "{{link}} {{link.x}}", "{{link}} {{link.x}}"},
		{"nested in a text", "<{{code.x}}{{code.length}}{{code.}}{{code..}}>", "<>"},
		{"no root", "{{.code}}{{.}}{{..}}", "{{.code}}{{.}}{{..}}"},
		{"only e-mail has it", "{{application.name}} {{ user.profile.givenName }}", "{{application.name}} {{ user.profile.givenName }}"},
		{"empty value", "<{{empty}}>", "<>"},
		{"values are not rendered", "{{again}}", "{{code}}"},
		{"inherited names stay", "{{toString}}{{__proto__}}{{constructor.name}}", "{{toString}}{{__proto__}}{{constructor.name}}"},
		{"inherited nested names are missing", "<{{code.toString}}>", "<>"},
		{"lone surrogates stay", "\xed\xa0\xbd{{code}}\xed\xb8\x80", "\xed\xa0\xbd123456\xed\xb8\x80"},
		{"halves meet", "{{high}}{{low}}", "😀"},
		{"halves meet over nothing", "\xed\xa0\xbd{{empty}}\xed\xb8\x80!", "😀!"},
		{"halves the wrong way round", "{{low}}{{high}}", "\xed\xb8\x80\xed\xa0\xbd"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Render(tt.content, payload); got != tt.want {
				t.Errorf("Render(%q) = %q, want %q", tt.content, got, tt.want)
			}
		})
	}
}

func TestPlaceholders(t *testing.T) {
	got := Placeholders("é{{{ code }}} {{.x}} {{user.name}} {{no")
	want := []Placeholder{
		{Name: "code", Root: "code", Start: 3, End: 13},
		{Name: ".x", Root: "", Start: 15, End: 21},
		{Name: "user.name", Root: "user", Start: 22, End: 35},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Placeholders = %+v, want %+v", got, want)
	}
}

// What an SMS gets was seen on the wire; see SMSPayload.
func TestSMSPayload(t *testing.T) {
	const all = "{{code}} {{locale}} {{uiLocales}} {{user.name}} {{application.name}} {{organization.name}} {{link}}"
	const never = " {{uiLocales}} {{user.name}} {{application.name}} {{organization.name}} {{link}}"
	for _, u := range append(UsageTypes(), "Own") {
		want := "000000 en" + never
		if u == Generic || u == Test {
			want = "000000 {{locale}}" + never
		}
		template := Template{UsageType: u, Content: all}
		if got := template.Body("000000"); got != want {
			t.Errorf("%s receives %q, want %q", u, got, want)
		}
		out, ok := Config{Templates: []Template{template}}.Outgoing("1", u, "000000")
		if !ok || out.Body != want {
			t.Errorf("%s is posted %q, want %q", u, out.Body, want)
		}
	}
	// The type that is asked for decides, not the template that serves it.
	out, _ := Config{Templates: []Template{{Generic, all, 0}}}.Outgoing("1", BindMfa, "000000")
	if want := "000000 en" + never; out.Body != want {
		t.Errorf("BindMfa is posted %q, want %q", out.Body, want)
	}
}

// A template that opens a thousand times and never closes must not cost a
// second look at what was read.
func TestRenderIsLinear(t *testing.T) {
	for _, piece := range []string{"{", "{{", "{{ ", "{{a", "{{\u3000", "}}", "{{a}"} {
		content := strings.Repeat(piece, 1<<20/len(piece)) + strings.Repeat(" ", 1<<20)
		start := time.Now()
		if got := Render(content, SMSPayload(SignIn, "1")); got != content {
			t.Errorf("Render changed a repetition of %q", piece)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("2 MiB of %q took %v", piece, took)
		}
	}
}

func FuzzRender(f *testing.F) {
	for _, seed := range []string{
		"Your code is {{code}}", "{{{code}}}", "{{ {{code}}", "{{code.x}}{{.code}}", "{{\u00a0code\ufeff}}", "\xed\xa0\xbd{{code}}",
	} {
		f.Add(seed)
	}
	// Go's regexp spells JavaScript's \s out, and is a second opinion.
	reference := regexp.MustCompile("\\{\\{[\\t-\\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*([\\w.]+)" +
		"[\\t-\\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*\\}\\}")
	f.Fuzz(func(t *testing.T, content string) {
		var want []Placeholder
		for _, at := range reference.FindAllStringSubmatchIndex(content, -1) {
			name := content[at[2]:at[3]]
			root, _, _ := strings.Cut(name, ".")
			want = append(want, Placeholder{Name: name, Root: root, Start: at[0], End: at[1]})
		}
		if got := Placeholders(content); !slices.Equal(got, want) {
			t.Errorf("Placeholders(%q) = %+v, want %+v", content, got, want)
		}
		if got := Render(content, nil); got != content {
			t.Errorf("Render(%q) without a payload = %q", content, got)
		}
		Render(content, SMSPayload(SignIn, "{{code}}"))
	})
}

// longTemplate is 1,600 characters, the most that Twilio takes, with 16
// placeholders; filler is one character.
func longTemplate(filler string) string {
	one := "{{code}} {{ application.name }} "
	return strings.Repeat(one+strings.Repeat(filler, 200-len(one)), 8)
}

func BenchmarkRender(b *testing.B) {
	content, payload := longTemplate("a"), SMSPayload(SignIn, "123456")
	b.ReportAllocs()
	for b.Loop() {
		Render(content, payload)
	}
}
