package connector

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/problem"
)

func TestCheckUsageType(t *testing.T) {
	tests := []struct {
		in   UsageType
		code problem.Code
		args problem.Args
	}{
		{SignIn, "", nil},
		{Test, "", nil},
		{OrganizationInvitation, problem.OrganizationInvitationUnused, nil},
		{Continue, problem.RetiredUsageType, problem.Args{"usageType": "Continue", "last": "1.0.0-beta.15"}},
		{"", problem.EmptyUsageType, nil},
		{"signin", problem.MisspeltUsageType, problem.Args{"usageType": "signin", "suggestion": "SignIn"}},
		{"Sign_In", problem.MisspeltUsageType, problem.Args{"usageType": "Sign_In", "suggestion": "SignIn"}},
		{"SignUp", problem.MisspeltUsageType, problem.Args{"usageType": "SignUp", "suggestion": "Register"}},
		{"Registr", problem.MisspeltUsageType, problem.Args{"usageType": "Registr", "suggestion": "Register"}},
		{"ForgetPassword", problem.MisspeltUsageType, problem.Args{"usageType": "ForgetPassword", "suggestion": "ForgotPassword"}},
		{"Gеnеric", problem.MisspeltUsageType, problem.Args{"usageType": "Gеnеric", "suggestion": "Generic", "hidden": []string{"U+0435 CYRILLIC SMALL LETTER IE"}}}, // Cyrillic е
		{"MFAVerification", problem.MisspeltUsageType, problem.Args{"usageType": "MFAVerification", "suggestion": "MfaVerification"}},
		{"Newsletter", problem.UnknownUsageType, problem.Args{"usageType": "Newsletter"}},
		{UsageType(strings.Repeat("x", 5000)), problem.UnknownUsageType, problem.Args{"usageType": strings.Repeat("x", 5000)}},
	}
	for _, test := range tests {
		problems := checkUsageType(test.in)
		if test.code == "" {
			if len(problems) > 0 {
				t.Errorf("%q: %+v", test.in, problems)
			}
			continue
		}
		if len(problems) != 1 || problems[0].Code != test.code || !reflect.DeepEqual(problems[0].Args, test.args) {
			t.Errorf("%.30q: %+v, want %s %v", test.in, problems, test.code, test.args)
		}
	}
}

func TestCheckContent(t *testing.T) {
	tests := []struct {
		content string
		want    []string // severity, code, and the argument that names the thing
	}{
		{"{{code}} is your code", nil},
		{"", []string{"error empty-content"}},
		{" \u200b\n", []string{"error empty-content"}},
		{"Welcome", []string{"error missing-code"}},
		{"Your code is below", []string{"error missing-code"}},
		{"(code) is it", []string{"error missing-code"}},
		{"{code} is it", []string{"error misspelt-code {code}"}},
		{"{{Code}} is it", []string{"error misspelt-code {{Code}}"}},
		{"{{.code}} is it", []string{"error misspelt-code {{.code}}"}},
		{"{{code} is it", []string{"error misspelt-code {{code}"}},
		{"It is {{code", []string{"error misspelt-code {{code"}},
		{"{{ code is it", []string{"error misspelt-code {{ code"}},
		{"{ {code} } is it", []string{"error misspelt-code {code}"}},
		{"${code} is it", []string{"error misspelt-code ${code}"}},
		{"{{$code}} is it", []string{"error misspelt-code {{$code}}"}},
		{"<code> is it", []string{"error misspelt-code <code>"}},
		{"[CODE] is it", []string{"error misspelt-code [CODE]"}},
		{"%code% is it", []string{"error misspelt-code %code%"}},
		{"｛｛code｝｝ is it", []string{"error misspelt-code ｛｛code｝｝", "info avoidable-ucs2 ｛"}},
		{"{{\u200bcode}} is it", []string{"error misspelt-code {{\u200bcode}}", "info invisible-ucs2 U+200B ZERO WIDTH SPACE"}},
		{"{{соde}} is it", []string{"error misspelt-code {{соde}}"}}, // Cyrillic с, о
		{"{{passcode}} is it", []string{"error misspelt-code {{passcode}}"}},
		{"{{verification_code}} is it", []string{"error misspelt-code {{verification_code}}"}},
		{"{{cdoe}} {{cdoe}}", []string{"error misspelt-code {{cdoe}}"}},
		{"{{code}} or {code}", []string{"warning misspelt-code {code}"}},
		{"[Code] {{code}}, 100% <code>", nil},
		{"{{{code}}}", []string{"warning code-in-braces {{{code}}}"}},
		{"{{ code }} is it", []string{"info spaced-placeholder {{ code }}"}},
		{"{{code.length}} is it", []string{"error empty-member code.length"}},
		{"{{code}} {{code.x}}", []string{"warning empty-member code.x"}},
		{"{{code}} {{foo}} {{foo}}", []string{"error unknown-variable foo"}},
		{"{{code}} {{link}}", []string{"error unknown-variable link"}},
		{"{{code}} {{user.name}} {{ user.name }}", []string{"error email-variable user.name", "error email-variable user.name"}},
		{"{{code}} {{user.profile.nickname}}", []string{"error email-variable user.profile.nickname"}},
		{"{{code}} {{user.age}}", []string{"error email-variable user.age"}},
		{"{{code}} {{user}}", []string{"error email-variable user"}},
		{"{{code}} {{application.name}}", []string{"error email-variable application.name"}},
		{"{{code}} {{application.branding.logoUrl}}", []string{"error email-variable application.branding.logoUrl"}},
		{"{{code}} {{organization.name}}", []string{"error email-variable organization.name"}},
		{"{{code}} {{name}}, {{appName}}", []string{"error email-variable name", "error email-variable appName"}},
		{"{{code}} {{first_name}} {{username}}", []string{"error email-variable first_name", "error email-variable username"}},
		{"{{code}} {{company}} {{brand_name}}", []string{"error email-variable company", "error email-variable brand_name"}},
		{"{{user.name}}", []string{"error email-variable user.name", "error missing-code"}},
		{"{{user.name}} code: {{code}}", []string{"error email-variable user.name"}},
		{"{{foo}} code: {{code}}", []string{"error unknown-variable foo"}},
		{"{{code}} {{locale}}", []string{"warning locale-variable locale"}},
		{"{{code}} {{ locale }}", []string{"warning locale-variable locale"}},
		{"{{code}} {{uiLocales}}", []string{"warning ui-locales-variable uiLocales"}},
		{"{{code}} {{locale.x}} {{uiLocales.0}}", []string{"warning empty-member locale.x", "warning empty-member uiLocales.0"}},
		{"{{code}} {{Locale}} {{uilocales}}", []string{"error unknown-variable Locale", "error unknown-variable uilocales"}},
		{"{{code}} {{toString}}", []string{"error object-name toString"}},
		{"{{code}} {{__proto__}} {{user.constructor.name}}", []string{"error object-name __proto__", "error email-variable user.constructor.name"}},
		{"{{code}} – it’s yours", []string{"info avoidable-ucs2 –"}},
		{"{{code}} ‘" + strings.Repeat("x", 100), []string{"warning avoidable-ucs2 ‘"}},
		{"您的验证码 {{code}} – 2", nil},
		{"{{code}}\u200b", []string{"info invisible-ucs2 U+200B ZERO WIDTH SPACE"}},
		{"{{code}}\u200b" + strings.Repeat("x", 100), []string{"warning invisible-ucs2 U+200B ZERO WIDTH SPACE"}},
		{"\u200b{{code}} – 2", []string{"info avoidable-ucs2 –"}},
		{"{{code}}" + strings.Repeat("…", 60), nil}, // in GSM-7 it would take a segment more
		{"{{code}}" + strings.Repeat("x", 1594), nil},
		{"{{code}}" + strings.Repeat("x", 1595), []string{"error body-too-long"}},
		{"{{code}}验" + strings.Repeat("😀", 797), []string{"error body-too-long"}},
		{"{{code}} \xed\xa0\xbd", []string{"error lone-surrogate"}},
	}
	for _, test := range tests {
		var got []string
		for _, p := range checkContent(Generic, test.content) {
			line := string(p.Severity) + " " + string(p.Code)
			for _, name := range []string{"found", "name", "cluster"} {
				if s, ok := p.Args[name].(string); ok {
					line += " " + s
				}
			}
			got = append(got, line)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%.60q\ngot  %q\nwant %q", test.content, got, test.want)
		}
	}
}

func TestOrganizationInvitationNeedsNoCode(t *testing.T) {
	if got := checkContent(OrganizationInvitation, "Join {{organization.name}} at {{link}}"); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestArgumentsOfTemplates(t *testing.T) {
	tests := []struct {
		content string
		want    problem.Args
	}{
		{"{{ code }}", problem.Args{"found": "{{ code }}", "since": "1.1.0"}},
		{"{{code}} {{locale}}", problem.Args{"name": "locale", "logto": "1.25"}},
		{"{{code}} {{uiLocales}}", problem.Args{"name": "uiLocales", "logto": "1.32"}},
		{"{{code}}" + strings.Repeat("x", 1600), problem.Args{"length": 1606, "limit": 1600}},
		{"“{{code}}”" + strings.Repeat("x", 100), problem.Args{
			"cluster": "“", "replacement": `"`, "count": 2, "segments": 2, "fewer": 1, "extra": 1,
		}},
	}
	for _, test := range tests {
		got := checkContent(Generic, test.content)
		if len(got) != 1 || !reflect.DeepEqual(got[0].Args, test.want) || got[0].Path != "/content" {
			t.Errorf("%.30q: %+v, want %v", test.content, got, test.want)
		}
	}
}
