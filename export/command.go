package export

import (
	"cmp"
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
)

// GenerateCommand returns the command that makes the file that
// [connector.NewDocument] makes of c, word by word ([ShellLine] makes a line of
// it): the shortest, which names a preset and the templates that differ from it.
// file is the value of -o, "" leaves that out. The auth token is not in it: the
// command reads it from the environment.
//
// It is false where no command can make c: a SID is missing, a template is empty or the
// second of its type, or a text or the name of the file contains control characters.
func GenerateCommand(c connector.Config, file string) (words []string, ok bool) {
	if !generable(c) || redact.Escape(file) != file || strings.Contains(file, "\n") {
		return nil, false
	}
	var ways [][]string
	for _, preset := range connector.Presets() {
		for _, lang := range []connector.TextLanguage{connector.English, connector.Chinese} {
			ways = append(ways, presetFlags(c, preset, lang))
		}
	}
	words = append([]string{
		"logto-twilio", "generate", "--account-sid", c.AccountSID, "--messaging-service-sid", c.FromMessagingServiceSID,
	}, slices.MinFunc(ways, func(a, b []string) int { return cmp.Compare(len(ShellLine(a)), len(ShellLine(b))) })...)
	if c.Host != nil {
		words = append(words, "--host", *c.Host)
	}
	if b := c.DisableRiskCheck; b != nil {
		words = append(words, map[bool]string{true: "--disable-risk-check", false: "--disable-risk-check=false"}[*b])
	}
	if refused(c) {
		words = append(words, "--force-invalid")
	}
	if file != "" {
		words = append(words, "-o", file)
	}
	return words, true
}

// generable reports whether the flags of generate can express all of c.
func generable(c connector.Config) bool {
	texts := []string{c.AccountSID, c.FromMessagingServiceSID}
	if c.Host != nil {
		texts = append(texts, *c.Host)
	}
	types := make(map[connector.UsageType]bool)
	for _, t := range c.Templates {
		if types[t.UsageType] || strings.Contains(string(t.UsageType), "=") {
			return false
		}
		types[t.UsageType] = true
		texts = append(texts, string(t.UsageType), t.Content)
	}
	return !slices.ContainsFunc(texts, func(s string) bool { return s == "" || redact.Escape(s) != s })
}

// presetFlags are the flags that turn the templates of a preset into those of c. They
// are read in order: a template at another place is removed first, then added again.
func presetFlags(c connector.Config, preset connector.Preset, lang connector.TextLanguage) []string {
	var flags []string
	if preset != connector.Portable {
		flags = append(flags, "--preset", string(preset))
	}
	if lang != connector.English {
		flags = append(flags, "--template-lang", string(lang))
	}
	// The first templates of c that stand in the order of the preset stay there.
	kept, types := 0, preset.UsageTypes()
	rest := types
	var gone, changed []string
	for ; kept < len(c.Templates); kept++ {
		t := c.Templates[kept]
		at := slices.Index(rest, t.UsageType)
		if at < 0 {
			break
		}
		for _, u := range rest[:at] {
			gone = append(gone, "--template", string(u)+"=")
		}
		rest = rest[at+1:]
		if t.Content != connector.DefaultText(t.UsageType, lang) {
			changed = append(changed, templateFlag(t)...)
		}
	}
	for _, u := range rest {
		gone = append(gone, "--template", string(u)+"=")
	}
	for _, t := range c.Templates[kept:] {
		changed = append(changed, templateFlag(t)...)
	}
	return slices.Concat(flags, gone, changed)
}

// templateFlag is the flag that sets a template. A text that begins with @ would be the
// name of a file: @@ stands for one @.
func templateFlag(t connector.Template) []string {
	content := t.Content
	if strings.HasPrefix(content, "@") {
		content = "@" + content
	}
	return []string{"--template", string(t.UsageType) + "=" + content}
}

// refused reports whether validate finds an error in what is not the token.
func refused(c connector.Config) bool {
	c.AuthToken = connector.TokenVariable
	return slices.ContainsFunc(connector.NewDocument(c).Problems(), func(p problem.Problem) bool {
		return p.Severity == problem.Error
	})
}

// ShellQuote quotes a word for POSIX shells: in single quotes where it contains more
// than letters, digits and signs without a meaning in shells.
func ShellQuote(word string) string {
	plain := func(r rune) bool {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("_%+=:,./-@", r)
	}
	if word != "" && !strings.ContainsFunc(word, func(r rune) bool { return !plain(r) }) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// ShellLine writes a command as a line for a POSIX shell.
func ShellLine(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = ShellQuote(w)
	}
	return strings.Join(quoted, " ")
}
