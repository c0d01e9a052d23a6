package redact

import (
	"encoding/json"
	"regexp"
	"strings"

	"logto-twilio/connector/environ"
)

// Tokens replaces whatever has the shape of an auth token, 32 hex digits that are a
// word of their own, by with. A SID stays: the two letters before its digits belong to
// the same word. A line stays a line.
func Tokens(text, with string) string {
	return regexp.MustCompile(`\b[0-9a-fA-F]{32}\b`).ReplaceAllLiteralString(text, with)
}

// File masks the secrets in the text of a file, JSON or not: the value of every
// authToken, every occurrence of the secrets of 8 characters or more, and whatever is
// shaped like a token, as people paste a token into the wrong field, too. A variable in
// the place of the token ([environ.TokenReference]) stays. A line stays a line.
func File(text string, secrets []string) string {
	text = maskKeyed(text)
	for _, secret := range secrets {
		if len(secret) < piece || secret == environ.TokenReference {
			continue
		}
		if !strings.Contains(secret, "\n") {
			text = replaceSecret(text, secret)
		}
		text = maskEscaped(text, secret)
	}
	return Tokens(text, Mask)
}

// replaceSecret masks every occurrence of secret but for those that are the
// digits of a SID: the demo's account has the digits of its token.
func replaceSecret(text, secret string) string {
	var b strings.Builder
	sid := regexp.MustCompile(`(?:^|\W)[A-Z]{2}$`)
	for {
		i := strings.Index(text, secret)
		if i < 0 {
			return b.String() + text
		}
		shown := Mask
		if sid.MatchString(text[max(0, i-3):i]) {
			shown = secret
		}
		b.WriteString(text[:i] + shown)
		text = text[i+len(secret):]
	}
}

// keyed finds the value of an authToken, in JSON and in what people have instead
// of it: YAML, JavaScript, a .env file. Between key and value a line may end; a
// value ends with its line, a cut-off one too.
func keyed() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(auth_?token["']?\s*[:=]\s*)` +
		`("(?:[^"\\\r\n]|\\.)*"?|'[^'\r\n]*'?|[^\s\pC,\[\]{}"']+)`)
}

// maskKeyed masks the value of every authToken, and keeps what is no secret:
// nothing, null and the variable of a file that was split.
func maskKeyed(text string) string {
	pattern := keyed()
	return pattern.ReplaceAllStringFunc(text, func(match string) string {
		parts := pattern.FindStringSubmatch(match)
		key, value := parts[1], parts[2]
		if bare := strings.Trim(value, `"'`); bare == "" || bare == environ.TokenReference || value == "null" {
			return match
		}
		open, end := "", ""
		if value[0] == '"' || value[0] == '\'' {
			open = value[:1]
		}
		if strings.HasSuffix(value, open) { // else cut off
			end = open
		}
		return key + open + Mask + end
	})
}

// maskEscaped masks a secret in the strings of a JSON text that write something
// with escapes: there, and under a key written so, it shows only when decoded.
func maskEscaped(text, secret string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	escaped := regexp.MustCompile(`"(?:[^"\\\r\n]|\\.)*"`)
	return escaped.ReplaceAllStringFunc(text, func(literal string) string {
		var s string
		if !strings.Contains(literal, `\`) || json.Unmarshal([]byte(literal), &s) != nil ||
			!strings.Contains(s, secret) {
			return literal
		}
		return quoted(replaceSecret(s, secret))
	})
}

// quoted is s as a JSON string.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return `"` + Mask + `"` // no string fails to encode
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// TokenIn is the value of the first authToken in a text that is not JSON, without its
// quotes, as a person would read it; "" where there is none.
func TokenIn(text string) string {
	if m := keyed().FindStringSubmatch(text); m != nil {
		return strings.Trim(m[2], `"'`)
	}
	return ""
}
