package signin

import (
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
)

func TestLifeSaid(t *testing.T) {
	const m, h = time.Minute, time.Hour
	for text, want := range map[string]time.Duration{
		"Your code is {{code}}. It is valid for 10 minutes.":   10 * m,
		"{{code}} is your code, valid for 10 min.":             10 * m,
		"The code {{code}} will remain active for 10 minutes.": 10 * m,
		"{{code}} expires in 5 minutes":                        5 * m,
		"{{code}} (expires after 90 seconds)":                  90 * time.Second,
		"Code {{code}}. This code will expire in one hour.":    h,
		"Code {{code}}. Expires: 15 min":                       15 * m,
		"Code {{code}}, good for the next 30 minutes":          30 * m,
		"VALID FOR TEN MINUTES: {{code}}":                      10 * m,
		"{{code}}: enter it within 3 minutes":                  3 * m,
		"{{code}} works for 1 hour":                            h,
		"Your 6-digit code {{code}} is valid within 2 hours":   2 * h,
		"{{code}}, expires in 600s":                            10 * m,
		"验证码 {{code}}，10 分钟内有效。":                               10 * m,
		"验证码：{{code}}，有效期5分钟":                                  5 * m,
		"您的验证码是 {{code}}，有效期为 10 分钟，请勿泄露。":                     10 * m,
		"{{code}}，有效期：１０分钟":                                    10 * m,
		"验证码 {{code}}，请在5分钟内输入":                                5 * m,
		"验证码 {{code}}，将于 15 分钟后失效":                             15 * m,
		"验证码 {{code}}，60秒内有效":                                  m,
		"验证码 {{code}}，十分钟内有效":                                  10 * m,
		"验证码 {{code}}，半小时内有效":                                  30 * m,
		"验证码 {{code}}，1小时后过期":                                  h,
		"验证码 {{code}}，两个小时内有效":                                 2 * h,
		"验证码 {{code}}，有效时间 3 分钟":                               3 * m,
		"":                       0,
		"Your code is {{code}}.": 0,
		"{{code}}. You can ask for a new code in 60 seconds.":     0,
		"{{code}} for order 10 minutes ago":                       0,
		"Valid for Example 10, code {{code}}":                     0,
		"验证码 {{code}}，60 秒后可重新获取":                                 0,
		"10 分钟前您申请了验证码 {{code}}":                                  0,
		"{{code}} expires soon":                                   0,
		"valid for 0 minutes {{code}}":                            0,
		"Do not share {{code}}. Support is there 24 hours a day.": 0,
		strings.Repeat("valid for ", 2000):                        0,
	} {
		got, ok := LifeSaid(text)
		if ok != (want != 0) || ok && got != want {
			t.Errorf("%.60q says %v (%v), want %v", text, got, ok, want)
		}
	}
}

func TestOurOwnTextsAreJudged(t *testing.T) {
	c := connector.Config{}
	for _, text := range []string{"{{code}} valid for 10 minutes", "{{code}}", "{{code}}，5 分钟内有效", "{{code}} expires in 1 hour"} {
		c.Templates = append(c.Templates, connector.Template{UsageType: "Generic", Content: text})
	}
	got := WrongLives(connector.NewDocument(c), 10*time.Minute)
	if len(got) != 2 || got[0].Path != "/templates/2/content" || got[0].Shorter() || !got[1].Shorter() || got[1].Said != time.Hour {
		t.Errorf("wrong: %+v", got)
	}
}

func TestTheLifeOfACode(t *testing.T) {
	for policy, want := range map[string]time.Duration{
		`{}`: 600, `null`: 600, `{"expirationDuration":120,"maxRetryAttempts":5}`: 120, `{"expirationDuration":3600}`: 3600,
		`{"expirationDuration":"120"}`: 600, `{"expirationDuration":1e999}`: 600, `{"expirationDuration":0}`: 600, `[]`: 600, `{"expirationDuration":60.0}`: 60,
	} {
		e, err := Decode([]byte(`{"signIn":{},"signUp":{},"verificationCodePolicy":` + policy + `}`))
		if err != nil || e.CodeLife() != want*time.Second {
			t.Errorf("%s lives %v (%v), want %v s", policy, e.CodeLife(), err, want)
		}
	}
}
