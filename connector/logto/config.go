package logto

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// Config is a configuration as Logto keeps it: of equal keys the last, and
// without empty texts, null, {} and [], which Logto drops on saving. The zero
// Config is empty. It holds the auth token.
type Config struct {
	root *jsondoc.Value // an Object, or nil; behind a pointer, where no %v looks
}

// Format keeps the auth token out of whatever prints a Config, with any verb.
func (c Config) Format(s fmt.State, _ rune) { io.WriteString(s, "logto.Config") }

// UnfitError is why a document must not be pushed.
type UnfitError struct {
	Reason Unfit
	Path   string // JSON Pointer into the configuration, "" for all of it
	// Problem is the error of validate that the reason is the code of, nil for the
	// reasons below.
	Problem *problem.Problem
}

// Unfit is a reason not to push.
type Unfit string

// The reasons.
const (
	NoConfiguration  Unfit = "no-configuration"  // it could not be decoded, or is no object
	EmptyRequired    Unfit = "empty-required"    // Logto would drop it, and refuse the rest the next time
	TokenPlaceholder Unfit = "token-placeholder" // ${TWILIO_AUTH_TOKEN}, which only render knows
)

// Error is the reason in one line for a log.
func (e *UnfitError) Error() string { return fmt.Sprintf("not pushed: %s %s", e.Reason, e.Path) }

// Desired is the configuration of a document as it should be in Logto, without $schema.
// It does not check whether Logto accepts it, but refuses what Logto accepts and then
// breaks: a required text that is empty comes back without its key. The error is an
// *UnfitError.
func Desired(d *connector.Document) (Config, error) {
	if !d.Root.Is(jsondoc.Object) {
		return Config{}, &UnfitError{Reason: NoConfiguration}
	}
	c := d.Config()
	if c.AuthToken == connector.TokenVariable {
		return Config{}, &UnfitError{Reason: TokenPlaceholder, Path: "/authToken"}
	}
	if path, ok := emptyRequired(d.Root); ok {
		return Config{}, &UnfitError{Reason: EmptyRequired, Path: path}
	}
	if p, found := d.Unstorable(); found {
		return Config{}, &UnfitError{Reason: Unfit(p.Code), Path: p.Path, Problem: &p}
	}
	root := kept(d.Root)
	root.Members = slices.DeleteFunc(root.Members, func(m jsondoc.Member) bool { return m.Key == "$schema" })
	return Config{root}, nil
}

// emptyRequired finds an empty text that the guard of the connector needs.
func emptyRequired(root *jsondoc.Value) (path string, found bool) {
	for _, key := range []string{"accountSID", "authToken", "fromMessagingServiceSID"} {
		if isEmptyText(root.Get(key)) {
			return "/" + key, true
		}
	}
	templates := root.Get("templates")
	if templates == nil {
		return "", false
	}
	for i, t := range templates.Items {
		for _, key := range templateKeys {
			if isEmptyText(t.Get(key)) {
				return "/templates/" + strconv.Itoa(i) + "/" + key, true
			}
		}
	}
	return "", false
}

func isEmptyText(v *jsondoc.Value) bool {
	return v != nil && v.Kind == jsondoc.String && v.Text == ""
}

// kept is what Logto keeps of a value (clean-deep, which its API applies to every
// configuration): what is within is looked at first, so that an object of empty
// things goes too. The outermost value always stays.
func kept(v *jsondoc.Value) *jsondoc.Value {
	k := &jsondoc.Value{Kind: v.Kind, Text: v.Text}
	last := make(map[string]int, len(v.Members))
	for i, m := range v.Members {
		last[m.Key] = i
	}
	for i, m := range v.Members {
		if last[m.Key] != i {
			continue
		}
		if value := kept(m.Value); !dropped(value) {
			k.Members = append(k.Members, jsondoc.Member{Key: m.Key, Value: value})
		}
	}
	for _, item := range v.Items {
		if value := kept(item); !dropped(value) {
			k.Items = append(k.Items, value)
		}
	}
	return k
}

// dropped reports whether Logto drops a value of which it keeps no more than this.
func dropped(v *jsondoc.Value) bool {
	switch v.Kind {
	case jsondoc.Null:
		return true
	case jsondoc.String:
		return v.Text == ""
	case jsondoc.Object:
		return len(v.Members) == 0
	case jsondoc.Array:
		return len(v.Items) == 0
	}
	return false
}

// parseConfig reads a configuration out of an answer.
func parseConfig(raw []byte) (Config, error) {
	root := jsondoc.ParseValue(raw) // of another provider, too
	if !root.Is(jsondoc.Object) {
		return Config{}, errors.New("a connector whose config cannot be read")
	}
	return Config{kept(root)}, nil
}

// Equal reports whether two configurations mean the same to Logto: the order of
// keys is nothing, that of templates is something.
func (c Config) Equal(o Config) bool { return equal(c.object(), o.object()) }

// object is the configuration, never nil.
func (c Config) object() *jsondoc.Value {
	if c.root == nil {
		return &jsondoc.Value{Kind: jsondoc.Object}
	}
	return c.root
}

// equal compares two values of which no object has equal keys.
func equal(a, b *jsondoc.Value) bool {
	if a.Kind != b.Kind || len(a.Members) != len(b.Members) {
		return false
	}
	switch a.Kind {
	case jsondoc.Object:
		others := index(b)
		return !slices.ContainsFunc(a.Members, func(m jsondoc.Member) bool {
			other := others[m.Key]
			return other == nil || !equal(m.Value, other)
		})
	case jsondoc.Array:
		return slices.EqualFunc(a.Items, b.Items, equal)
	case jsondoc.Number: // 1.0 is 1, as in JavaScript
		x, _ := strconv.ParseFloat(a.Text, 64)
		y, _ := strconv.ParseFloat(b.Text, 64)
		return x == y
	}
	return a.Text == b.Text
}

// index has the values of an object by their keys.
func index(v *jsondoc.Value) map[string]*jsondoc.Value {
	values := make(map[string]*jsondoc.Value, len(v.Members))
	for _, m := range v.Members {
		values[m.Key] = m.Value
	}
	return values
}

// authTokens are the auth tokens of configurations.
func authTokens(configs ...Config) []string {
	var list []string
	for _, c := range configs {
		if v := c.object().Get("authToken"); v != nil && v.Kind == jsondoc.String {
			list = append(list, v.Text)
		}
	}
	return list
}
