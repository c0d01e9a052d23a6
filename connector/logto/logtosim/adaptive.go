package logtosim

import (
	"net/http"
	"slices"
	"strings"
)

// What is said where the policy of the second factor does not go with adaptive MFA.
const (
	firmPolicy     = "adaptive_mfa_requires_non_skippable_policy"
	firmPolicyText = "Adaptive MFA requires a non-skippable MFA prompt policy. " +
		"Use PromptOnlyAtSignInMandatory or PromptAtSignInAndSignUpMandatory."
	softPolicy     = "non_adaptive_mfa_requires_skippable_policy"
	softPolicyText = "When adaptive MFA is disabled, MFA prompt policy must be skippable. " +
		"Do not use PromptOnlyAtSignInMandatory or PromptAtSignInAndSignUpMandatory."
)

// status is that of the refusal: of what has to do with adaptive MFA another one.
func (r rule) status() int {
	if strings.Contains(r.code, "adaptive_mfa") {
		return http.StatusUnprocessableEntity
	}
	return http.StatusBadRequest
}

// adaptive reports whether adaptive MFA is on.
func (s settings) adaptive() bool { return s.Adaptive.Enabled != nil && *s.Adaptive.Enabled }

// firm reports whether the second factor cannot be skipped.
func (s settings) firm() bool {
	return slices.Contains([]string{"PromptAtSignInAndSignUpMandatory", "PromptOnlyAtSignInMandatory"}, s.MFA.Policy)
}

// untoldAdaptive reports whether a change of mfa leaves a factor and says nothing of
// adaptive MFA.
func (s settings) untoldAdaptive() bool { return !s.spoken && len(s.MFA.Factors) > 0 }

// dropAdaptive switches adaptive MFA off in a change of mfa that leaves no factor and
// says nothing of it. That is done unjudged.
func (s *Server) dropAdaptive(given map[string]any) {
	mfa, changes := given["mfa"].(map[string]any)
	_, spoken := given["adaptiveMfa"]
	_, known := s.experience["adaptiveMfa"]
	if list, _ := mfa["factors"].([]any); changes && known && !spoken && len(list) == 0 {
		given["adaptiveMfa"] = map[string]any{"enabled": false}
	}
}
