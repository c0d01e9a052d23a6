package twiliosim

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Page sizes in items: what Twilio takes by itself, and at most.
const (
	defaultPageSize = 50
	maxPageSize     = 1000
)

// page is a part of a list. Its links are paths with a query, "" where there is
// no such page.
type page[T any] struct {
	items           []T
	start           int // place of the first item in the whole list
	number, size    int
	first, previous string
	next, self      string
}

// cut takes the page that the query asks for. As with Twilio, PageToken alone
// decides what is on it: PA and a SID for what comes after that item, PB for
// what comes before. Page is only repeated. False where the query makes no sense.
func cut[T any](list []T, sid func(T) string, path string, query url.Values) (page[T], bool) {
	p := page[T]{size: defaultPageSize}
	for name, value := range map[string]*int{"PageSize": &p.size, "Page": &p.number} {
		if s := query.Get(name); s != "" {
			n, err := strconv.Atoi(s)
			if err != nil || n < 0 {
				return p, false
			}
			*value = n
		}
	}
	p.size = min(max(p.size, 1), maxPageSize)
	start, ok := startOf(list, sid, query.Get("PageToken"), p.size)
	if !ok {
		return p, false
	}
	p.start = start
	end := min(start+p.size, len(list))
	p.items = list[start:end]
	p.link(path, query)
	if start > 0 {
		p.previous = pageLink(path, query, p.size, max(p.number-1, 0), "PB"+sid(list[start]))
	}
	if end < len(list) {
		p.next = pageLink(path, query, p.size, p.number+1, "PA"+sid(list[end-1]))
	}
	return p, true
}

// link sets the links that every page has.
func (p *page[T]) link(path string, query url.Values) {
	p.first = pageLink(path, query, p.size, 0, "")
	p.self = pageLink(path, query, p.size, p.number, query.Get("PageToken"))
}

// startOf is the place of a page's first item; false for a token that names none.
func startOf[T any](list []T, sid func(T) string, token string, size int) (int, bool) {
	if token == "" {
		return 0, true
	}
	i := slices.IndexFunc(list, func(item T) bool { return strings.HasSuffix(token, sid(item)) })
	switch {
	case i < 0:
		return 0, false
	case token == "PA"+sid(list[i]):
		return i + 1, true
	case token == "PB"+sid(list[i]):
		return max(i-size, 0), true
	}
	return 0, false
}

// pageLink is the address of a page in Twilio's order: the filters, then
// PageSize, Page and PageToken.
func pageLink(path string, query url.Values, size, number int, token string) string {
	filters := url.Values{}
	for name, values := range query {
		if name != "PageSize" && name != "Page" && name != "PageToken" {
			filters[name] = values
		}
	}
	link := path + "?"
	if len(filters) > 0 {
		link += filters.Encode() + "&"
	}
	link += "PageSize=" + strconv.Itoa(size) + "&Page=" + strconv.Itoa(number)
	if token != "" {
		link += "&PageToken=" + token
	}
	return link
}

// meta is the paging of messaging.twilio.com.
type meta struct {
	Page            int     `json:"page"`
	PageSize        int     `json:"page_size"`
	FirstPageURL    string  `json:"first_page_url"`
	PreviousPageURL *string `json:"previous_page_url"`
	NextPageURL     *string `json:"next_page_url"`
	Key             string  `json:"key"`
	URL             string  `json:"url"`
}

// listing is a page of a list as messaging.twilio.com answers it: the items
// under key, made by render, and meta.
func listing[T any](c *call, key string, list []T, sid func(T) string, render func(T) any) answer {
	p, ok := cut(list, sid, c.path, c.query)
	if !ok {
		return badPage()
	}
	const base = "https://" + messagingHost
	return succeed(http.StatusOK, map[string]any{key: rendered(p.items, render), "meta": meta{
		Page:            p.number,
		PageSize:        p.size,
		FirstPageURL:    base + p.first,
		PreviousPageURL: prefixed(base, p.previous),
		NextPageURL:     prefixed(base, p.next),
		Key:             key,
		URL:             base + p.self,
	}})
}

// prefixed joins the two; nil, which is JSON's null, for an empty link.
func prefixed(base, link string) *string {
	if link == "" {
		return nil
	}
	link = base + link
	return &link
}

// apiListing is a page of a list as api.twilio.com answers it: the items under
// key, made by render, and its paging, which is by paths.
func apiListing[T any](c *call, key string, list []T, sid func(T) string, render func(T) any) answer {
	p, ok := cut(list, sid, c.path, c.query)
	if !ok {
		return badPage()
	}
	return succeed(http.StatusOK, map[string]any{
		key:                 rendered(p.items, render),
		"start":             p.start,
		"end":               max(p.start+len(p.items)-1, 0),
		"page":              p.number,
		"page_size":         p.size,
		"first_page_uri":    p.first,
		"previous_page_uri": prefixed("", p.previous),
		"next_page_uri":     prefixed("", p.next),
		"uri":               p.self,
	})
}

// rendered are the resources of items; an empty list, not JSON's null, where
// there are none.
func rendered[T any](items []T, render func(T) any) []any {
	list := make([]any, len(items))
	for i, item := range items {
		list[i] = render(item)
	}
	return list
}

// badPage is the answer to a page that cannot be.
func badPage() answer { return invalid("PageSize, Page or PageToken is invalid") }
