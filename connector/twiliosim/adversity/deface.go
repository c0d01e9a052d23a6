package adversity

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"logto-twilio/connector/simnet"
)

// What is put around a string: all that clears, colours, renames, links, writes
// to the clipboard, resets, and changes the direction of writing, as 7-bit
// sequences and as C1 characters, with line ends and other control characters.
const (
	escapesBefore = "\r\n\x1b[2J\x1b[31m\x1b]0;title\a\x1b]8;;https://" + ForeignHost + "/\x1b\\\x1b]52;c;b3duZWQ=\a" +
		"\u009b1A\u009d0;title\u009c\x1bPq\x1b\\\u202e\u2066"
	escapesAfter = "\u2069\u202c\x1b]8;;\x1b\\\x1b[0m\x1bc\x00\b\x7f\u0085\n"
)

// deface returns a JSON value with escapes around its strings; key is the name
// of the field that the value is in.
func deface(key string, value any) any {
	switch v := value.(type) {
	case string:
		if needed(key) {
			return v
		}
		return escapesBefore + v + escapesAfter
	case []any:
		for i, item := range v {
			v[i] = deface(key, item)
		}
	case map[string]any:
		for name, item := range v {
			v[name] = deface(name, item)
		}
	}
	return value
}

// needed reports whether a field is one without which no call could follow: SIDs,
// phone numbers, times (a client that reads them fails at anything else), and
// the addresses of next pages.
func needed(key string) bool {
	return key == "sid" || strings.HasSuffix(key, "_sid") || strings.HasSuffix(key, "phone_number") ||
		strings.HasPrefix(key, "date_") || strings.HasPrefix(key, "next_page_")
}

// leadOn gives the page of a list a next page: on base, which is scheme and host,
// or on its own host where base is "". Page numbers go up, so no address recurs;
// as no PageToken goes with them, each page is the first one again.
func leadOn(doc any, asked *url.URL, base string) any {
	list, _ := doc.(map[string]any)
	paging, name := list, "next_page_uri"
	if meta, ok := list["meta"].(map[string]any); ok {
		paging, name = meta, "next_page_url"
		if own, _ := meta["url"].(string); base == "" {
			base, _, _ = strings.Cut(own, asked.Path)
		}
	}
	if _, ok := paging[name]; !ok {
		return doc // no list, or one without pages
	}
	query := asked.Query()
	query.Del("PageToken")
	query.Set("PageSize", strconv.Itoa(intOf(paging["page_size"])))
	query.Set("Page", strconv.Itoa(intOf(paging["page"])+1))
	paging[name] = base + asked.Path + "?" + query.Encode()
	return doc
}

// intOf is a JSON number that is an integer.
func intOf(value any) int {
	number, _ := value.(json.Number)
	n, _ := strconv.Atoi(number.String()) // page sizes and numbers, which the server wrote
	return n
}

// rewrite changes the JSON of an answer's body; an answer without JSON stays as it
// is. There is no error.
func rewrite(a *http.Response, change func(any) any) error {
	data := body(a)
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var doc any
	if err := d.Decode(&doc); err == nil { // else it is empty, or a page of HTML
		data, _ = json.Marshal(change(doc)) // it was read from JSON
	}
	simnet.SetBody(a, data)
	return nil
}
