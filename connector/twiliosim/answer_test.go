package twiliosim_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
)

// checkAnswer validates an answer: a success by the schema, and with all of its
// properties; an error by Twilio's one shape.
func checkAnswer(input *openapi3filter.RequestValidationInput, resp *http.Response, body []byte) error {
	if resp.StatusCode >= 400 {
		return checkError(resp, body)
	}
	if err := openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input,
		Status:                 resp.StatusCode,
		Header:                 resp.Header,
		Body:                   io.NopCloser(bytes.NewReader(body)),
		Options:                input.Options,
	}); err != nil {
		return err
	}
	if len(input.Route.Operation.Responses.Status(resp.StatusCode).Value.Content) == 0 {
		if len(body) > 0 {
			return fmt.Errorf("a body where none should be: %s", body)
		}
		return nil
	}
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		return err
	}
	schema := input.Route.Operation.Responses.Status(resp.StatusCode).Value.Content.Get("application/json").Schema
	return checkComplete("", schema.Value, value)
}

// checkComplete compares the names in a value with those of its schema, which
// Twilio always sends all of.
func checkComplete(at string, schema *openapi3.Schema, value any) error {
	switch v := value.(type) {
	case []any:
		for i, item := range v {
			if err := checkComplete(fmt.Sprintf("%s/%d", at, i), schema.Items.Value, item); err != nil {
				return err
			}
		}
	case map[string]any:
		if len(schema.Properties) == 0 {
			return nil // a map, as the links are
		}
		for name, item := range v {
			property := schema.Properties[name]
			if property == nil {
				return fmt.Errorf("%s/%s is not in the schema", at, name)
			}
			if err := checkComplete(at+"/"+name, property.Value, item); err != nil {
				return err
			}
		}
		for name := range schema.Properties {
			if _, ok := v[name]; !ok {
				return fmt.Errorf("%s/%s is missing", at, name)
			}
		}
	}
	return nil
}

// checkError validates the shape of an error.
func checkError(resp *http.Response, body []byte) error {
	var e map[string]any
	if err := json.Unmarshal(body, &e); err != nil {
		return err
	}
	code, isNumber := e["code"].(float64)
	message, _ := e["message"].(string)
	switch {
	case len(e) != 4: // those that are looked at below
		return fmt.Errorf("an error has code, message, more_info, status, not %s", body)
	case !isNumber || code < 10000 || message == "":
		return fmt.Errorf("an error without code or message: %s", body)
	case e["status"] != float64(resp.StatusCode):
		return fmt.Errorf("status %v in the body of a %d", e["status"], resp.StatusCode)
	case e["more_info"] != fmt.Sprintf("https://www.twilio.com/docs/errors/%.0f", code):
		return fmt.Errorf("more_info %v", e["more_info"])
	}
	return nil
}

// checkBasic wants the account SID and a token.
func checkBasic(_ context.Context, input *openapi3filter.AuthenticationInput) error {
	user, token, ok := input.RequestValidationInput.Request.BasicAuth()
	if !ok || !strings.HasPrefix(user, "AC") || token == "" {
		return errors.New("no Basic authentication by account SID")
	}
	return nil
}

// checkRFC2822 wants a time as api.twilio.com writes it.
func checkRFC2822(s string) error {
	_, err := time.Parse(time.RFC1123Z, s)
	return err
}

// checkURI wants an address, or a path as api.twilio.com pages by.
func checkURI(s string) error {
	u, err := url.Parse(s)
	if err == nil && !u.IsAbs() && !strings.HasPrefix(s, "/2010-04-01/") {
		err = errors.New("neither an address nor a path of the API")
	}
	return err
}
