package redact

import (
	"regexp"
	"strings"
)

// ours are the sites whose pages a server may lead to.
var ours = []string{"twilio.com", "logto.io", "logto.app"}

// withoutPaths takes user and password out of the addresses in s, and of all that do
// not lead to one of ours what follows the host: nobody is to be led there.
func withoutPaths(s string) string {
	if !strings.Contains(s, "//") {
		return s
	}
	s = regexp.MustCompile(`//[^/\s"]*@`).ReplaceAllString(s, "//")
	address := regexp.MustCompile(`([A-Za-z][A-Za-z0-9+.-]*://[^/\\\s"'<>()?#]*)([/\\?#][!#-&*-;=?-~]*)`)
	return address.ReplaceAllStringFunc(s, func(found string) string {
		parts := address.FindStringSubmatch(found)
		if trusted(parts[1]) {
			return found
		}
		end := strings.TrimRight(parts[2], ".,;:!")
		return parts[1] + parts[2][len(end):]
	})
}

// trusted reports whether scheme and host of an address are of a site of ours.
func trusted(address string) bool {
	host, secure := strings.CutPrefix(strings.ToLower(address), "https://")
	for _, site := range ours {
		if secure && (host == site || strings.HasSuffix(host, "."+site)) {
			return true
		}
	}
	return false
}
