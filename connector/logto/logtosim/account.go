package logtosim

import (
	"net/http"
	"time"
)

// seededAccount is the account center of a new Logto.
const seededAccount = `{"tenantId": "default", "id": "default", "enabled": false,
	"fields": {}, "webauthnRelatedOrigins": [], "deleteAccountUrl": null, "profileFields": null}`

// accountShape is the guard of a change of the account center.
var accountShape = objectOf(append(allowed(anything, "deleteAccountUrl", "customCss", "profileFields"),
	field{"enabled", of("boolean"), true},
	field{"fields", objectOf(allowed(oneOf("Off", "ReadOnly", "Edit"), "name", "avatar", "profile", "email", "phone", "password",
		"username", "social", "customData", "mfa", "passkey", "session")...), true},
	field{"webauthnRelatedOrigins", listOf(of("string")), true})...)

// ChangeAccountCenter writes settings of the account center, as ChangeExperience does
// of the sign-in experience.
func (s *Server) ChangeAccountCenter(fields string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.account.change(fields)
}

// getAccount answers GET /api/account-center.
func (s *Server) getAccount(call) answer { return reply(http.StatusOK, s.account) }

// patchAccount answers PATCH /api/account-center; fields are replaced whole.
func (s *Server) patchAccount(c call) answer {
	return s.account.patch(c, accountShape, func(map[string]any) (answer, bool) { return answer{}, true })
}

// SetCAPTCHA puts a CAPTCHA provider there, or takes it away. It is asked only where
// captchaPolicy of the sign-in experience says so too.
func (s *Server) SetCAPTCHA(there bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.captcha = there
}

// getCAPTCHA answers GET /api/captcha-provider.
func (s *Server) getCAPTCHA(call) answer {
	if _, known := s.experience["captchaPolicy"]; !known {
		return noSuchPath()
	}
	if !s.captcha {
		return notThere()
	}
	at := time.Now().Add(-24 * time.Hour).UnixMilli()
	return reply(http.StatusOK, map[string]any{
		"tenantId": "default", "id": "captcha", "createdAt": at, "updatedAt": at,
		"config": map[string]any{"type": "Turnstile", "siteKey": "simulated", "secretKey": "simulated"},
	})
}
