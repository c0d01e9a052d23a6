package twiliosim_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
)

// specFile is the environment variable that names Twilio's published OpenAPI.
const specFile = "LOGTO_TWILIO_OPENAPI"

// spec is a RoundTripper that fails the test at a request or an answer that
// Twilio's OpenAPI does not know.
type spec struct {
	t    *testing.T
	doc  *openapi3.T
	next http.RoundTripper
}

// loadSpec reads the OpenAPI, or skips the test where nobody says where it is.
// The document itself is not validated: it is put together from several of
// Twilio's, so that names of operations recur in it, and one example is wrong.
func loadSpec(t *testing.T, next http.RoundTripper) *spec {
	t.Helper()
	path := os.Getenv(specFile)
	if path == "" {
		t.Skipf("%s is not set: it names Twilio's OpenAPI file that requests and answers are held against", specFile)
	}
	doc, err := openapi3.NewLoader().LoadFromFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return &spec{t, doc, next}
}

// RoundTrip validates the request, passes it on, and validates the answer.
func (s *spec) RoundTrip(r *http.Request) (*http.Response, error) {
	name := r.Method + " " + r.URL.Host + r.URL.Path
	input, err := s.route(r)
	if err != nil {
		s.t.Errorf("%s: %v", name, err)
		return s.next.RoundTrip(r)
	}
	if err := s.checkRequest(input); err != nil {
		s.t.Errorf("%s: request: %v", name, err)
	}
	resp, err := s.next.RoundTrip(r)
	if err != nil {
		return resp, err
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	if err := checkAnswer(input, resp, body); err != nil {
		s.t.Errorf("%s: answer %d: %v", name, resp.StatusCode, err)
	}
	return resp, nil
}

// route finds the operation of a request, of its own host: each path of
// Twilio's names its server. A path without variables wins.
func (s *spec) route(r *http.Request) (*openapi3filter.RequestValidationInput, error) {
	var found *openapi3filter.RequestValidationInput
	for path, item := range s.doc.Paths.Map() {
		params, ok := matchPath(path, r.URL.Path)
		operation := item.GetOperation(r.Method)
		if !ok || operation == nil || item.Servers[0].URL != "https://"+r.URL.Host {
			continue
		}
		if found != nil && len(found.PathParams) <= len(params) {
			continue
		}
		found = &openapi3filter.RequestValidationInput{
			Request: r, PathParams: params,
			Route: &routers.Route{Spec: s.doc, Path: path, PathItem: item, Method: r.Method, Operation: operation},
			Options: &openapi3filter.Options{
				IncludeResponseStatus: true,
				AuthenticationFunc:    checkBasic,
				SkipSettingDefaults:   true,
				SchemaValidationOptions: []openapi3.SchemaValidationOption{
					openapi3.WithStringFormatValidator("date-time-rfc-2822", openapi3.NewCallbackValidator(checkRFC2822)),
					openapi3.WithStringFormatValidator("uri", openapi3.NewCallbackValidator(checkURI)),
				},
			},
		}
	}
	if found == nil {
		return nil, errors.New("no such operation")
	}
	return found, nil
}

// checkRequest validates a request; parameters that the operation does not know
// are wrong too.
func (s *spec) checkRequest(input *openapi3filter.RequestValidationInput) error {
	r := input.Request
	for name := range r.URL.Query() {
		if input.Route.Operation.Parameters.GetByInAndName(openapi3.ParameterInQuery, name) == nil {
			return fmt.Errorf("unknown query parameter %q", name)
		}
	}
	if r.Body == nil {
		return openapi3filter.ValidateRequest(r.Context(), input)
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return err
	}
	if known := input.Route.Operation.RequestBody; known != nil {
		properties := known.Value.Content.Get("application/x-www-form-urlencoded").Schema.Value.Properties
		for name := range form {
			if properties[name] == nil {
				return fmt.Errorf("unknown form field %q", name)
			}
		}
	}
	err = openapi3filter.ValidateRequest(r.Context(), input)
	r.Body = io.NopCloser(bytes.NewReader(body))
	return err
}

// matchPath compares a path with that of an operation and returns its values.
func matchPath(pattern, path string) (map[string]string, bool) {
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	params := map[string]string{}
	for i, w := range want {
		if !strings.HasPrefix(w, "{") {
			if w != have[i] {
				return nil, false
			}
			continue
		}
		name, suffix, _ := strings.Cut(w[1:], "}")
		value, ok := strings.CutSuffix(have[i], suffix)
		if !ok {
			return nil, false
		}
		params[name] = value
	}
	return params, true
}
