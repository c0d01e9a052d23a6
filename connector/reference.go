package connector

import (
	"regexp"
	"slices"
	"strings"

	"logto-twilio/connector/char"
)

// isEnvironment reports whether s is a variable that some shell or tool would have
// expanded: $NAME, ${NAME}, ${NAME:-default}, $(NAME), %NAME%, env(NAME),
// process.env.NAME, var.name and their like, or the name alone.
func isEnvironment(s string) bool {
	if inner, ok := strings.CutPrefix(s, "${"); ok {
		return strings.HasSuffix(inner, "}")
	}
	if name, ok := strings.CutPrefix(s, "$"); ok && isName(name) {
		return true
	}
	if strings.HasPrefix(s, "$(") || strings.HasPrefix(s, "$[") {
		return true
	}
	if len(s) > 2 && s[0] == '%' && s[len(s)-1] == '%' && isName(s[1:len(s)-1]) {
		return true
	}
	if len(s) > longestReference {
		return false
	}
	return matches(namedVariables, s) || matches(`^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|twilio(?:_[a-z]+)+)$`, s) && !isPlaceholderWord(s)
}

// namedVariables are the ways of naming a variable that need a pattern.
const namedVariables = `^(?i:env|getenv|os\.getenv|environ|var|param|parameters|secrets|vars)\(\s*['"]?[\w.-]+['"]?\s*\)$` +
	`|^(?:process\.env|import\.meta\.env|os\.environ|Deno\.env|ENV|env|var|local|vars|secrets|github)[.:\[][\w.\['"\]-]+$` +
	`|^%\([\w.-]+\)s$|^#\{[\w.-]+\}#?$|^@[\w.-]+@$|^__[\w.-]+__$`

// isReference reports whether s says where a secret is kept, or is one that was
// encrypted: what 1Password, Vault, the stores of AWS, Google and Azure, SOPS, Ansible
// and their like write in a file.
func isReference(s string) bool {
	return len(s) <= longestReference && matches(references, s)
}

// longestReference bounds what is held against a pattern, in bytes: secrets that were
// encrypted are the longest, and have a few thousand.
const longestReference = 16 << 10

const references = `^(?i:[a-z][a-z0-9+.-]*)://` + // op://, vault://, ref+awssecrets://, file://
	`|^arn:aws[\w-]*:|^projects/[^/]+/secrets/|^(?:/var)?/run/secrets/` +
	`|^(?i:vault|secrets?|ssm|sops|sm|awssm|aws-sm|gcpsm|gsm|akv|keyvault|kv|op|pass|file|resolve|doppler|bws|infisical|conjur|secretref|keyring|keychain|chamber|ejson|k8s|ref):[^\s=]+$` +
	`|^(?:ENC|PGP|AGE|KMS)[\[(]|^DEC::|^\{cipher\}|^\$ANSIBLE_VAULT|^-----BEGIN |^!\w+|^@Microsoft\.KeyVault\(` +
	`|^[A-Za-z_][\w.]*\([^()]*\)$` // lookup('…'), data.secret("…")

// isSecretAddress reports whether an address of the web is that of a store of secrets.
func isSecretAddress(s string) bool {
	return strings.Contains(s, ".vault.azure.net/") || strings.Contains(s, "secretmanager.googleapis.com/") || strings.Contains(s, "/v1/secret/")
}

// isWebAddress reports whether s begins as an address of the web.
func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// longestLine bounds what is cut into parts: nobody pastes more, and nested assignments
// take time.
const longestLine = 300

// splitPair is the secret behind an Account SID, or the SID of an API key, as curl -u
// and the address of a web page take both: AC…:token. False where s is none.
func splitPair(s string) (secret string, ok bool) {
	if len(s) > longestLine {
		return "", false
	}
	m := regexp.MustCompile(`^(?:https?://)?[A-Z]{2}[0-9a-fA-F]{32}[:\s,;|/]+([^\s@]+)(?:@\S+)?$`).FindStringSubmatch(s)
	if m == nil {
		m = regexp.MustCompile(`^([0-9a-fA-F]{32})[:\s,;|/]+[A-Z]{2}[0-9a-fA-F]{32}$`).FindStringSubmatch(s)
	}
	if m == nil {
		return "", false
	}
	return m[1], true
}

// splitAssignment is the value that a line sets a name to: NAME=value, export
// NAME="value", "authToken": "value". False where s is none.
func splitAssignment(s string) (value string, ok bool) {
	if len(s) > longestLine {
		return "", false
	}
	m := regexp.MustCompile(`^(?:export\s+|set\s+)?["']?([A-Za-z][\w .-]{0,60}?)["']?\s*(?:=>|:=|[=:])\s*(.*)$`).FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	name, value := m[1], char.TrimPaste(m[2])
	if strings.Trim(value, "=") == "" {
		return "", false
	}
	told := slices.ContainsFunc([]string{"token", "sid", "secret"}, func(word string) bool { return strings.Contains(fold(name), word) })
	if kind := Classify(value); !told && (kind == PastedUnknown || kind == PastedPlaceholder || kind == PastedPhoneNumber) {
		return "", false
	}
	return value, true
}

// secretIn is the part of a value that would be the secret: what an assignment sets,
// what stands behind the SID of a pair, else all of it.
func secretIn(s string) string {
	if s = char.TrimPaste(s); char.IsWordLike(s) {
		return s
	}
	if secret, ok := splitPair(s); ok {
		return secret
	}
	if isReference(s) || isEnvironment(s) {
		return s
	}
	if value, ok := splitAssignment(s); ok {
		return secretIn(value)
	}
	return s
}

// placeholderWords are what people write for a value that is still to come, folded.
var placeholderWords = []string{
	"changeme", "changethis", "change", "todo", "fixme", "tbd", "tba", "placeholder", "replaceme", "replacethis", "replace",
	"example", "dummy", "sample", "redacted", "hidden", "masked", "removed", "insert", "insertme", "fillme", "fillmein", "fillin",
	"none", "null", "undefined", "nil", "na", "notset", "unset", "empty", "token", "authtoken", "accountsid", "mytoken",
	"messagingservicesid", "frommessagingservicesid", "sid",
}

// isPlaceholderWord reports whether s is a word, or a sentence of words alone, that
// stands for a value: changeme, TODO, replace-with-your-token, "enter the token here".
func isPlaceholderWord(s string) bool {
	if matches(`^(?i:todo|fixme|tbd|xxx)\b`, s) {
		return true
	}
	words := fold(s)
	if words == "" || strings.Trim(words, "abcdefghijklmnopqrstuvwxyz") != "" {
		return false
	}
	if slices.Contains(placeholderWords, words) {
		return true
	}
	return slices.ContainsFunc([]string{"your", "changeme", "replace", "insert", "enter", "paste", "put", "fill"}, func(first string) bool {
		return strings.HasPrefix(words, first) && (first == "your" || len(words) > len(first)+3 && (strings.Contains(words, "token") || strings.Contains(words, "sid") || strings.Contains(words, "here") || strings.Contains(words, "me")))
	})
}
