package connector

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/sms"
)

// payloadConfigs is how many configurations TestPayloadConformance compares.
const payloadConfigs = 1_000

// seenOnTheWire is what a running Logto handed to an SMS of each usage type, by
// what a person did; written down here once more, so that it is not taken from what
// is tested.
var seenOnTheWire = map[UsageType]string{
	SignIn:                   `{"code":"123456","locale":"en"}`,
	Register:                 `{"code":"123456","locale":"en"}`,
	ForgotPassword:           `{"code":"123456","locale":"en"}`,
	UserPermissionValidation: `{"code":"123456","locale":"en"}`,
	BindNewIdentifier:        `{"code":"123456","locale":"en"}`,
	MfaVerification:          `{"code":"123456","locale":"en"}`,
	BindMfa:                  `{"code":"123456","locale":"en"}`,
	Generic:                  `{"code":"123456"}`, // of the Management API
	Test:                     `{"code":"123456"}`, // of the Console
}

// allVariables are those that Logto's documentation has for any message.
var allVariables = []string{
	"code", "locale", "uiLocales", "link", "application.id", "application.name", "application.displayName",
	"application.branding.logoUrl", "organization.id", "organization.name", "organization.branding", "user.id", "user.name",
	"user.avatar", "user.primaryEmail", "user.primaryPhone", "user.username", "user.profile.givenName", "user", "application",
	"organization", "locale.x", "uiLocales.0", "code.x", "nothing",
}

// TestPayloadConformance makes configurations with every variable at every place of
// every template, and compares what we say that a user receives, and how many
// segments it takes, with what connector-kit renders from what an SMS really gets.
func TestPayloadConformance(t *testing.T) {
	folder := os.Getenv("LOGTO_TWILIO_CONNECTOR")
	if folder == "" {
		t.Skip("needs the published npm packages: LOGTO_TWILIO_CONNECTOR is not set")
	}
	rng := rand.New(rand.NewPCG(conformanceSeed(t), 2))
	var ours []Template
	var lines []string
	for n := range payloadConfigs {
		c := variableConfig(rng, n)
		read := Decode(NewDocument(c).Bytes()).Config().Templates
		for i, template := range read {
			text, err := json.Marshal(c.Templates[i].Content)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, fmt.Sprintf(`{"payload":%s,"text":%s}`, seenOnTheWire[template.UsageType], text))
		}
		ours = append(ours, read...)
	}
	for i, want := range runReference(t, folder, lines, len(ours)) {
		body := ours[i].Body("123456")
		m := sms.MeasureText(body)
		if body != want.rendered() || m.Segments != want.Segments || m.Encoding != want.Encoding || m.Characters != want.Characters {
			t.Fatalf("%s %q\nours  %q, %+v\ntheirs %q, %+v", ours[i].UsageType, ours[i].Content, body, m, want.rendered(), want)
		}
		out, _ := Config{Templates: ours[i : i+1]}.Outgoing("1", ours[i].UsageType, "123456")
		if out.Body != body {
			t.Fatalf("%s is posted as %q, previewed as %q", ours[i].UsageType, out.Body, body)
		}
	}
}

// variableConfig is the n-th configuration: each of its templates has one variable,
// by turns, at its beginning, in its middle or at its end, and some more anywhere.
func variableConfig(rng *rand.Rand, n int) Config {
	fillers := []string{"", "Your code ", " is valid for 10 minutes.", "验证码 ", "[€] ", "{", "}} ", strings.Repeat("x", 140)}
	c := good()
	c.Templates = nil
	for i, u := range append(slices.Clone(Latest().Known), Test) {
		if u == OrganizationInvitation { // never sent
			continue
		}
		blank := []string{"", " ", "\t", "\u00a0"}[rng.IntN(4)]
		parts := []string{fillers[rng.IntN(len(fillers))], fillers[rng.IntN(len(fillers))], "{{code}}"}
		if rng.IntN(2) == 0 {
			parts = append(parts, "{{"+allVariables[rng.IntN(len(allVariables))]+"}}")
		}
		variable := "{{" + blank + allVariables[(n+i)%len(allVariables)] + blank + "}}"
		at := []int{0, len(parts) / 2, len(parts)}[n/len(allVariables)%3]
		parts = slices.Insert(parts, at, variable)
		c.Templates = append(c.Templates, Template{UsageType: u, Content: strings.Join(parts, "")})
	}
	return c
}
