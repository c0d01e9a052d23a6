package logtosim

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"logto-twilio/connector"
)

// How many codes go to one number in how long a time, and how often one may be
// mistyped and how long it lives, where verificationCodePolicy says nothing else.
const (
	maxSends  = 10
	sendsIn   = 10 * time.Minute
	codeLife  = 10 * time.Minute
	codeTries = 10
)

// limitedText is what is said of too many.
const limitedText = "Too many messages sent to this recipient. Please try again later."

// passcode is a code that was sent, until it is used.
type passcode struct {
	code  string
	made  time.Time
	tries int
}

// Code is the code that Logto waits for from a number, given in digits alone; false
// where there is none. Whether it arrived is for the phone to say.
func (s *Server) Code(phone string) (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.codes[phone]
	if !ok {
		return "", false
	}
	return p.code, true
}

// guardRecipient judges to whom a code goes, and whether one that came back is there;
// false where it is refused, with the answer.
func guardRecipient(fields map[string]any, keys ...string) (phone string, a answer, ok bool) {
	phone, isText := fields["phone"].(string)
	if !isText { // by e-mail nothing is sent here
		return "", refuse(http.StatusBadRequest, "guard.invalid_input", "The request {{type}} is invalid."), false
	}
	var issues []issue
	if !onlyDigits(phone) {
		issues = append(issues, issue{Code: "invalid_string", Validation: "regex", Message: "Invalid", Path: []any{"phone"}})
	}
	for _, key := range keys {
		if needs(fields, key, "string", &issues) == "" {
			issues = append(issues, issue{
				Code: "too_small", Type: "string", Minimum: new(1), Inclusive: new(true), Exact: new(false), Path: []any{key},
				Message: "String must contain at least 1 character(s)",
			})
		}
	}
	if len(issues) > 0 {
		return "", invalidInput(issues...), false
	}
	return phone, answer{}, true
}

// onlyDigits reports whether a text is a phone number as Logto takes it.
func onlyDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// sendCode answers POST /api/verification-codes: a new code takes the place of one that
// was sent before, and goes out as a Generic message.
func (s *Server) sendCode(c call) answer {
	fields, a, ok := object(c.body)
	if !ok {
		return a
	}
	phone, a, ok := guardRecipient(fields)
	if !ok {
		return a
	}
	now := time.Now()
	recent := 0
	for _, at := range s.sent[phone] {
		if now.Sub(at) < sendsIn {
			recent++
		}
	}
	if recent >= maxSends {
		return refuse(http.StatusTooManyRequests, Limited, limitedText)
	}
	s.coded++
	p := &passcode{code: fmt.Sprintf("%06d", s.coded*271_829%1_000_000), made: now}
	s.codes[phone] = p
	row := s.connector(provider{})
	if row == nil {
		return refuse(http.StatusNotImplemented, "connector.not_found", "Cannot find any available connector for type: Sms.")
	}
	return s.count(phone, s.through(c, *row, phone, p.code))
}

// through sends a code through a connector that is saved.
func (s *Server) through(c call, row Row, phone, code string) answer {
	if row.FactoryID != connector.FactoryID {
		return answer{status: http.StatusNoContent}
	}
	fields, a, ok := object(row.Config)
	if !ok {
		return a
	}
	if issues := judge(fields); len(issues) > 0 {
		return invalidConfig(issues)
	}
	return s.send(c, phone, code, fields)
}

// count counts a message to a number once it went out: the refused ones do not matter.
func (s *Server) count(phone string, a answer) answer {
	if a.later == nil {
		if a.status == http.StatusNoContent {
			s.sent[phone] = append(s.sent[phone], time.Now())
		}
		return a
	}
	return answer{later: func() answer {
		a := a.later()
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.count(phone, a)
	}}
}

// verifyCode answers POST /api/verification-codes/verify: a code is good for once.
func (s *Server) verifyCode(c call) answer {
	fields, a, ok := object(c.body)
	if !ok {
		return a
	}
	phone, a, ok := guardRecipient(fields, "verificationCode")
	if !ok {
		return a
	}
	life, tries := s.codePolicy()
	p, known := s.codes[phone]
	refused := func(code, message string) answer {
		return refuse(http.StatusBadRequest, "verification_code."+code, message)
	}
	switch {
	case !known:
		return refused("not_found", "Verification code not found. Please send verification code first.")
	case time.Since(p.made) > life:
		return refused("expired", "Verification code has expired. Please request a new verification code.")
	case p.tries >= tries:
		return refused("exceed_max_try", "Verification code retries limitation exceeded. Please request a new verification code.")
	case fields["verificationCode"] != p.code:
		p.tries++
		return refused("code_mismatch", "Invalid verification code.")
	}
	delete(s.codes, phone)
	return answer{status: http.StatusNoContent}
}

// codePolicy is how long a code lives, and how often it may be mistyped.
func (s *Server) codePolicy() (life time.Duration, tries int) {
	var policy struct{ ExpirationDuration, MaxRetryAttempts *int }
	life, tries = codeLife, codeTries
	if json.Unmarshal(s.experience["verificationCodePolicy"], &policy) != nil { // an older Logto has none
		return life, tries
	}
	if policy.ExpirationDuration != nil {
		life = time.Duration(*policy.ExpirationDuration) * time.Second
	}
	if policy.MaxRetryAttempts != nil {
		tries = *policy.MaxRetryAttempts
	}
	return life, tries
}
