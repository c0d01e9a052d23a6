package logtosim

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// answer is what comes back for a request.
type answer struct {
	status      int
	contentType string
	header      http.Header // beside the content type
	body        []byte
	later       func() answer // what has to be waited for, in the place of all this
}

// reply is an answer with a value as JSON.
func reply(status int, value any) answer {
	return answer{status: status, contentType: "application/json; charset=utf-8", body: []byte(encode(value))}
}

// encode writes a value as JavaScript does: as JSON, with < and > as they are.
func encode(value any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		panic(err) // the values are this package's own, or were read from JSON
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// refuse is an error in Logto's shape.
func refuse(status int, code, message string) answer {
	return reply(status, map[string]any{"code": code, "message": message})
}

// refuseWith is an error with data.
func refuseWith(status int, code, message string, data any) answer {
	return reply(status, map[string]any{"code": code, "message": message, "data": data})
}

// internalError is Logto's answer for a fault of its own, which names no code.
func internalError() answer {
	return reply(http.StatusInternalServerError, map[string]any{"message": "Internal server error."})
}

func forbidden() answer {
	return refuse(http.StatusForbidden, "auth.forbidden", "Forbidden. Please check your user roles and permissions.")
}

// notThere is Logto's answer for a connector that is not there.
func notThere() answer {
	return refuse(http.StatusNotFound, "entity.not_found", "The resource does not exist.")
}

// noSuchPath is what the server answers for a path that it does not know, and
// for a body that is too large.
func noSuchPath() answer { return text(http.StatusNotFound) }

// text is an answer that only names its status.
func text(status int) answer {
	return answer{status: status, contentType: "text/plain; charset=utf-8", body: []byte(http.StatusText(status))}
}

// issue is one complaint of zod, the library that Logto's guards are made with.
type issue struct {
	Code       string `json:"code"`
	Expected   string `json:"expected,omitempty"`
	Received   string `json:"received,omitempty"`
	Validation string `json:"validation,omitempty"`
	Path       []any  `json:"path"`
	Message    string `json:"message"`

	Options   []string `json:"options,omitempty"` // of a text that is none of them
	Type      string   `json:"type,omitempty"`    // of a number out of its range
	Minimum   *int     `json:"minimum,omitempty"`
	Maximum   *int     `json:"maximum,omitempty"`
	Inclusive *bool    `json:"inclusive,omitempty"`
	Exact     *bool    `json:"exact,omitempty"`
}

// detail is the issue in Logto's own words.
func (i issue) detail() string {
	var steps []string
	for _, step := range i.Path {
		steps = append(steps, fmt.Sprint(step))
	}
	what := i.Message
	if i.Expected != "" {
		what = "Expected " + i.Expected + " but received " + i.Received + "."
	}
	return `Error in key path "` + strings.Join(steps, ".") + `": (` + i.Code + `) ` + what
}

// invalid is a refusal with issues.
func invalid(code, message string, issues []issue) answer {
	var details []string
	for _, i := range issues {
		details = append(details, i.detail())
	}
	return reply(http.StatusBadRequest, map[string]any{
		"code": code, "message": message, "details": strings.Join(details, "\n"),
		"data": map[string]any{"name": "ZodError", "issues": issues},
	})
}

// invalidInput is the refusal of a request's body by its guard.
func invalidInput(issues ...issue) answer {
	return invalid("guard.invalid_input", "The request body is invalid.", issues)
}

// invalidConfig is the refusal of a configuration by its connector.
func invalidConfig(issues []issue) answer {
	return invalid("connector.invalid_config", "The connector's config is invalid.", issues)
}
