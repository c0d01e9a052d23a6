package connector

import (
	"math/rand/v2"
	"strings"

	"logto-twilio/connector/jsondoc"
)

// configMaker makes texts of configurations, right and wrong ones: most are
// right but for a few mistakes in their structure, their text, or both.
type configMaker struct {
	rng   *rand.Rand
	hosts bool // some have a host, which releases before 1.5.0 do not look at
}

// oneOf picks one of several.
func (m configMaker) oneOf(choices ...string) string { return choices[m.rng.IntN(len(choices))] }

// seldom is true once in n times.
func (m configMaker) seldom(n int) bool { return m.rng.IntN(n) == 0 }

// text makes one text.
func (m configMaker) text() string {
	s := m.config()
	for m.seldom(3) {
		s = m.damage(s)
	}
	return s
}

// config makes a configuration.
func (m configMaker) config() string {
	if m.seldom(40) {
		return m.any(3)
	}
	members := []string{
		m.member("accountSID", m.str()),
		m.member("authToken", m.str()),
		m.member("fromMessagingServiceSID", m.str()),
		m.member("templates", m.templates()),
	}
	if m.seldom(2) {
		members = append(members, m.member("disableRiskCheck", m.mostly(m.oneOf("true", "false"))))
	}
	if m.hosts && m.seldom(3) {
		members = append(members, m.member("host", m.mostly(jsondoc.Quote(m.oneOf("", "ie1", hosts(m.rng, 1)[0], hosts(m.rng, 1)[0], IrelandHost)))))
	}
	for m.seldom(4) {
		key := m.oneOf("accountSID", "templates", "accountsid", "__proto__", "$schema", "0", "", "constructor", "then", "x")
		members = append(members, m.member(key, m.any(2)))
	}
	if m.seldom(12) {
		i := m.rng.IntN(len(members))
		members = append(members[:i], members[i+1:]...)
	}
	m.rng.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	return m.list("{", "}", members)
}

// templates makes a list of templates.
func (m configMaker) templates() string {
	types := []string{"Register", "SignIn", "ForgotPassword", "Generic"}
	if m.seldom(8) {
		types[m.rng.IntN(4)] = m.oneOf("register", "Signin", "Test", "", `Gen\u0065ric`, "Generic ")
	}
	for m.seldom(3) {
		types = append(types, m.oneOf("Test", "SignIn", "BindMfa", "Other"))
	}
	var items []string
	for _, u := range types {
		members := []string{m.member("usageType", m.mostly(`"`+u+`"`)), m.member("content", m.str())}
		if m.seldom(20) {
			members = append(members, m.member(m.oneOf("note", "usageType", "content", "__proto__"), m.any(1)))
		}
		if m.seldom(60) {
			members = members[:1]
		}
		items = append(items, m.list("{", "}", members))
	}
	if m.seldom(40) {
		items = append(items, m.any(1))
	}
	return m.mostly(m.list("[", "]", items))
}

// str makes a string, or seldom something else.
func (m configMaker) str() string {
	return m.mostly(`"` + m.oneOf("", "AC", "code {{code}}", `\ud800`, `\uDC00x`, `\ud83d\ude00`, "中文", "\u2028", "\u007f", `\/\b\f\n\r\t\"\\`) + `"`)
}

// mostly is s, or seldom something else.
func (m configMaker) mostly(s string) string {
	if m.seldom(50) {
		return m.any(2)
	}
	return s
}

// any makes any value.
func (m configMaker) any(depth int) string {
	if depth > 0 && m.seldom(3) {
		return m.list("[", "]", []string{m.any(depth - 1), m.any(depth - 1)})
	}
	if depth > 0 && m.seldom(3) {
		return m.list("{", "}", []string{m.member("a", m.any(depth-1))})
	}
	return m.oneOf("null", "true", "false", "0", "-0", "1e400", "-1.5E+3", `""`, `"x"`, "[]", "{}", "12345678901234567890")
}

func (m configMaker) member(key, value string) string {
	return m.blank() + `"` + key + `"` + m.blank() + ":" + m.blank() + value
}

func (m configMaker) list(open, closer string, parts []string) string {
	return m.blank() + open + strings.Join(parts, ","+m.blank()) + m.blank() + closer + m.blank()
}

func (m configMaker) blank() string {
	if m.seldom(4) {
		return m.oneOf(" ", "\n", "\t", "\r\n", "\r", "\n    ")
	}
	return ""
}

// damage changes a text in one place.
func (m configMaker) damage(s string) string {
	runes := []rune(s)
	if len(runes) == 0 {
		return s
	}
	i := m.rng.IntN(len(runes))
	head, tail := string(runes[:i]), string(runes[i:])
	switch m.rng.IntN(4) {
	case 0:
		return head
	case 1:
		return head + string(runes[i+1:])
	case 2: // somewhere that a sign of JSON stands
		if k := strings.IndexAny(tail, `{}[]:,"`); k >= 0 {
			return head + tail[:k] + tail[k+1:]
		}
	}
	return head + m.oneOf(",", ":", "]", "}", `"`, `\`, "'", "//", "\x00", "\x1f", "\ufeff", "\u00a0", "\v", "0", "-", "e", ".", "01",
		"+1", "NaN", "nul", "true", "，", " ", "\n", `\u12`, "\u2028", `\x41`, "0x1", "1.", "{}", "[]", `""`) + tail
}
