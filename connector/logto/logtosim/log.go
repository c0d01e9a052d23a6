package logtosim

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"
)

// Send is an entry of the audit log: a code that a user asked for.
type Send struct {
	At       time.Time
	Event    string // Register, SignIn or ForgotPassword
	Template string // the usage type; "" is the event's own
	Phone    string // digits alone
	Error    string // why it did not go out, "" where it did; see Refused and Limited
}

// Refused is the error of a send that Twilio refused: body is what it answered.
func Refused(body string) string { return "Error: ConnectorError: " + encode(body) }

// Limited is the error of a send that Logto refused for too many to the number.
const Limited = "request.message_rate_limited"

// failure is an error as the audit log has it: Logto's own with a code.
func (e Send) failure() map[string]any {
	if e.Error == Limited {
		return map[string]any{"code": Limited, "message": limitedText}
	}
	return map[string]any{"message": e.Error}
}

// maxCounted is how far a log is counted where enableCap is asked for.
const maxCounted = 10_000

// PutSends writes entries of the audit log.
func (s *Server) PutSends(sends ...Send) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = append(s.log, sends...)
	slices.SortStableFunc(s.log, func(a, b Send) int { return b.At.Compare(a.At) })
}

// key is what the audit log calls a send.
func (e Send) key() string {
	return "Interaction." + e.Event + ".Verification.PhoneVerificationCode.Create"
}

// secondFactor reports whether a send was for a second factor.
func (e Send) secondFactor() bool { return e.Template == "MfaVerification" || e.Template == "BindMfa" }

// getLogs answers GET /api/logs, the newest first.
func (s *Server) getLogs(c call) answer {
	query := c.request.URL.Query()
	page, size, ok := paging(query)
	if !ok {
		return refuse(http.StatusBadRequest, "guard.invalid_pagination", "The request pagination value is invalid.")
	}
	if a, ok := guardQuery(query, "userId", "applicationId", "logKey", "enableCap", "start_time", "end_time"); !ok {
		return a
	}
	start, end, a, ok := period(query)
	if !ok {
		return a
	}
	entries, total := []any{}, 0
	for i, e := range s.log {
		ms := e.At.UnixMilli()
		if key := query.Get("logKey"); key != "" && key != e.key() || ms < start || ms > end {
			continue
		}
		if total/size == page-1 {
			entries = append(entries, e.entry(len(s.log)-i))
		}
		total++
	}
	a = reply(http.StatusOK, entries)
	a.header = pages(c.request.URL, page, size, total)
	return a
}

// entry is a send as the audit log has it.
func (e Send) entry(number int) map[string]any {
	sentTo := map[string]any{"type": "phone", "value": e.Phone}
	who := map[string]any{"ip": "::ffff:127.0.0.1", "userAgent": "Simulated/1.0"}
	inner := map[string]any{"identifier": sentTo, "interactionEvent": e.Event}
	interaction := map[string]any{
		"mfa": map[string]any{}, "captcha": map[string]any{"skipped": false, "verified": false}, "profile": map[string]any{},
		"signInContext": who, "interactionEvent": e.Event,
	}
	payload := map[string]any{
		"key": e.key(), "result": "Success", "applicationId": "demo-app", "payload": inner, "interaction": interaction,
		"userAgentParsed": map[string]any{"ua": who["userAgent"], "browser": map[string]any{}, "device": map[string]any{},
			"engine": map[string]any{}, "os": map[string]any{}, "cpu": map[string]any{}},
	}
	maps.Copy(payload, who)
	records := []any{}
	if e.secondFactor() { // of a user who gave a password before
		payload["userId"], interaction["userId"] = "user00000000", "user00000000"
		records = append(records, map[string]any{
			"id": fmt.Sprintf("password%013d", number), "type": "Password", "verified": true,
			"identifier": map[string]any{"type": "username", "value": "user"},
		})
	}
	kind := "PhoneVerificationCode"
	if e.Template == "MfaVerification" {
		kind = "Mfa" + kind
		delete(inner, "interactionEvent")
	}
	if e.Error == "" {
		records = append(records, map[string]any{
			"id": fmt.Sprintf("code%017d", number), "type": kind, "verified": false, "identifier": sentTo,
			"templateType": cmp.Or(e.Template, e.Event),
		})
	} else {
		payload["result"], payload["error"] = "Error", e.failure()
	}
	interaction["verificationRecords"] = records
	return map[string]any{
		"tenantId": "default", "id": fmt.Sprintf("log%018d", number), "key": e.key(), "payload": payload, "createdAt": e.At.UnixMilli(),
	}
}

// guardQuery refuses what is given twice; false where it does, with the answer.
func guardQuery(query url.Values, keys ...string) (answer, bool) {
	for _, key := range keys {
		if len(query[key]) > 1 {
			return invalid("guard.invalid_input", "The request query is invalid.", []issue{wrongType([]any{}, "string", key)}), false
		}
	}
	return answer{}, true
}

// paging is the page that is asked for, from 1, and its size; false where they make no
// sense.
func paging(query url.Values) (page, size int, ok bool) {
	page, size = 1, 20
	var err error
	if text := query.Get("page"); text != "" {
		if page, err = strconv.Atoi(text); err != nil || page < 1 {
			return 0, 0, false
		}
	}
	if text := query.Get("page_size"); text != "" {
		if size, err = strconv.Atoi(text); err != nil || size < 1 || size > 100 {
			return 0, 0, false
		}
	}
	return page, size, true
}

// period is the time that is asked for, in milliseconds, both ends in it; false where
// it is none, with the answer.
func period(query url.Values) (start, end int64, a answer, ok bool) {
	start, end = 0, 1<<62
	for key, at := range map[string]*int64{"start_time": &start, "end_time": &end} {
		text := query.Get(key)
		if text == "" {
			continue
		}
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return 0, 0, refuse(http.StatusBadRequest, "guard.invalid_input", "The request "+key+" is invalid."), false
		}
		*at = n
	}
	if start > end {
		return 0, 0, refuse(http.StatusBadRequest, "log.invalid_time_window", "`end_time` must be after `start_time`."), false
	}
	return start, end, answer{}, true
}

// pages are the headers of a page.
func pages(u *url.URL, page, size, total int) http.Header {
	header := http.Header{}
	last := max((total+size-1)/size, 1)
	link := func(page int, rel string) {
		query := u.Query()
		query.Set("page", strconv.Itoa(page))
		to := *u
		to.RawQuery = query.Encode()
		header.Add("Link", "<"+to.String()+`>; rel="`+rel+`"`)
	}
	capped := u.Query().Get("enableCap") == "true" && total > maxCounted
	if capped {
		total = maxCounted + 1
		header.Set("Total-Number-Is-Capped", "true")
	}
	header.Set("Total-Number", strconv.Itoa(total))
	link(1, "first")
	if page > 1 {
		link(page-1, "prev")
	}
	if page < last && !capped {
		link(page+1, "next")
	}
	if !capped {
		link(last, "last")
	}
	return header
}
