package logtosim

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
)

// Which paths and methods there are, and what is said of the others.
func TestRoutes(t *testing.T) {
	c := newCaller(t)
	c.s.Put(Row{ID: "one", FactoryID: "vonage-sms", Config: json.RawMessage("{}")}, Row{ID: "two", FactoryID: "simple-mail-transfer-protocol"})
	for request, want := range map[string]int{
		"GET /api/connectors/": 200, "GET /api/connectors/one/": 200, "GET /api/connectors//": 404, "GET /api/connectors/one/x": 404,
		"PUT /api/connectors": 405, "DELETE /api/connectors/": 405, "POST /api/connectors/one": 405, "POST /api/sign-in-exp": 405,
		"PUT /api/account-center": 405, "GET /api/verification-codes/verify": 405, "DELETE /api/logs": 405,
		"GET /api/sign-in-exp/": 200, "GET /api/sign-in-exp/default": 404, "GET /api/logs/x": 404, "GET /api": 404,
	} {
		method, path, _ := strings.Cut(request, " ")
		status, body := c.do(method, path, "")
		if status != want || want == 405 && body != "Method Not Allowed" || want == 404 && body != "Not Found" {
			t.Errorf("%s: %d %s", request, status, body)
		}
	}
	for query, want := range map[string]int{
		"?target=vonage-sms": 1, "?target=simple-mail-transfer-protocol": 1, "?target=twilio-sms": 0, "?target=": 2, "?page=2": 2,
	} {
		status, body := c.do("GET", "/api/connectors"+query, "")
		if n := strings.Count(body, `"connectorId"`); status != 200 || n != want {
			t.Errorf("%s: %d, %d connectors", query, status, n)
		}
	}
	status, body := c.do("GET", "/api/connectors?target=a&target=b", "")
	checkRefusal(t, status, body, "400 guard.invalid_input")
	c.s.Put(Row{ID: "three", FactoryID: "simple-mail-transfer-protocol"})
	status, body = c.do("GET", "/api/connectors", "")
	checkRefusal(t, status, body, "400 connector.more_than_one_email")
	if status, body = c.do("POST", "/api/connectors", `{"connectorId":"vonage-sms"}`); status != 200 {
		t.Errorf("%d %s", status, body)
	}
}

// A method that is wrong is told without a token; everything else needs a good one.
func TestAuthorization(t *testing.T) {
	c := newCaller(t)
	for header, want := range map[string]string{
		"": "401 auth.authorization_header_missing", "Bearer": "401 auth.unauthorized", "Bearer x": "401 auth.unauthorized",
		"bearer " + c.token: "401 auth.authorization_token_type_not_supported", "Basic eDp5": "401 auth.authorization_token_type_not_supported",
		"Bearer " + c.token: "", "Bearer " + signIn(t, c.s, UnprivilegedID, "all"): "403 auth.forbidden",
	} {
		for _, path := range []string{"/api/sign-in-exp", "/api/account-center", "/api/logs", "/api/connectors"} {
			status, body := ask(t, c.s, "GET", path, header)
			if want != "" {
				checkRefusal(t, status, body, want)
			} else if status != 200 {
				t.Errorf("%s: %d %s", path, status, body)
			}
			if status, body = ask(t, c.s, "DELETE", path, header); status != 405 {
				t.Errorf("%s: %d %s", path, status, body)
			}
		}
	}
}

// ask makes a call with an Authorization header.
func ask(t *testing.T, s *Server, method, path, header string) (int, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, DemoEndpoint+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if header != "" {
		req.Header.Set("Authorization", header)
	}
	answer, err := s.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}
