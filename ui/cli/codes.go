package cli

import (
	"slices"

	"logto-twilio/connector/account"
	"logto-twilio/connector/diagnosis"
	"logto-twilio/connector/problem"
)

// The reasons for which a command fails, as --json writes them. They never change.
// Some failures have the code of a problem, of a check or of a call instead: see the
// packages problem, account and logto.
const (
	reasonFileUnreadable   = "file-unreadable"
	reasonTokenMissing     = "token-missing"
	reasonTokenUnreadable  = "token-unreadable" // or empty, or too long
	reasonTokenUnexpanded  = "token-unexpanded"
	reasonTokenWrong       = "token-wrong" // it has not the shape of one
	reasonEndpointMissing  = "endpoint-missing"
	reasonEndpointInvalid  = "endpoint-invalid"
	reasonAuthMissing      = "auth-missing"
	reasonAuthUnreadable   = "auth-unreadable"
	reasonAuthInvalid      = "auth-invalid"
	reasonTwilioURLInvalid = "twilio-url-invalid"
	reasonNumberMissing    = "number-missing"
	reasonTemplateMissing  = "template-missing"
	reasonWaitInvalid      = "wait-invalid"
	reasonSinceInvalid     = "since-invalid"
	reasonFlagsConflict    = "flags-conflict"
	reasonNobodyToAsk      = "nobody-to-ask"
	reasonDeclined         = "declined"
	reasonChangedMeanwhile = "changed-meanwhile"
	reasonDifferent        = "different"   // something else is read back
	reasonUndelivered      = "undelivered" // a message was taken, and will not arrive, or not whole
	reasonNotProved        = "not-proved"  // a code was sent, and none came back
	reasonProblemsFound    = "problems-found"
	reasonNothingFound     = "nothing-found" // no configuration to judge
	reasonUnknownCode      = "unknown-code"
	reasonWrongUsage       = "wrong-usage" // none of these, and the command line is to blame
	reasonNotDone          = "not-done"    // none of these
	reasonCanceled         = string(account.CallCanceled)
)

// namedCodes are the codes with names, of problems, of checks and all others that
// the program prints, sorted.
func namedCodes() []string {
	var all []string
	for _, c := range slices.Concat(problem.Codes(), account.CheckCodes(), diagnosis.Codes()) {
		all = append(all, string(c))
	}
	for c := range otherCodes {
		all = append(all, c)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// codeKey is the key of the sentence that explains a code, "" where there is none.
func codeKey(code string) string {
	switch c := problem.Code(code); {
	case slices.Contains(problem.Codes(), c):
		return "problem." + code
	case slices.Contains(account.CheckCodes(), c), slices.Contains(diagnosis.Codes(), c):
		return "check." + code
	}
	return otherCodes[code]
}

// otherCodes are the keys of the sentences of the codes that are of no problem and
// of no check. Where two parts of the program share a code, one sentence is for both.
var otherCodes = map[string]string{
	// Files (package export).
	"not-found":     "code.not-found", // a connector in Logto, too
	"is-directory":  "read.is-directory",
	"not-regular":   "read.not-regular",
	"no-permission": "read.no-permission",
	"read-failed":   "read.read-failed",
	"no-folder":     "write.no-folder",
	"read-only":     "write.read-only",
	"read-only-fs":  "write.read-only-fs",
	"disk-full":     "write.disk-full",
	"is-symlink":    "write.is-symlink",
	"name-too-long": "write.name-too-long",
	"write-failed":  "write.write-failed",
	"output-full":   "write.output-full",
	"output-lost":   "write.output-lost",

	// Calls to Twilio (package connector) and to Logto (package logto).
	"unreachable":         "call.unreachable",
	"timed-out":           "code.timed-out",
	"canceled":            "code.canceled",
	"refused":             "code.refused",
	"unintelligible":      "call.unintelligible",
	"forbidden-host":      "call.forbidden-host",
	"no-token":            "call.no-token",
	"unfit-host":          "call.unfit-host",
	"not-logto":           "logto.not-logto",
	"redirected":          "logto.redirected",
	"too-many-requests":   "logto.too-many-requests",
	"server-error":        "logto.server-error",
	"wrong-secret":        "logto.wrong-secret",
	"unknown-application": "logto.unknown-application",
	"wrong-resource":      "logto.wrong-resource",
	"no-role":             "logto.no-role",
	"unauthorized":        "logto.unauthorized",
	"wrong-audience":      "logto.wrong-audience",
	"wrong-issuer":        "logto.wrong-issuer",
	"forbidden":           "logto.forbidden",
	"invalid-config":      "logto.invalid-config",
	"not-installed":       "logto.not-installed",
	"not-storable":        "logto.not-storable",
	"several-sms":         "logto.several-sms",
	"several-email":       "logto.several-email",
	"several-social":      "logto.several-social",
	"twilio-silent":       "logto.twilio-silent",
	"no-connector":        "logto.no-connector",
	"rate-limited":        "logto.rate-limited",
	"wrong-code":          "logto.wrong-code",
	"code-expired":        "logto.code-expired",
	"no-code":             "logto.no-code",
	"code-tries":          "logto.code-tries",
	"twilio-refused":      "code.twilio-refused",
	"no-configuration":    "logto.unfit.no-configuration",
	"empty-required":      "logto.unfit.empty-required",
	"token-placeholder":   "logto.unfit.token-placeholder",

	// Why SMS is not switched on (package signin); no-connector is above.
	"exclusive":             "signin.notice.exclusive",
	"identifier-unchosen":   "signin.notice.identifier-unchosen",
	"besides-unsupported":   "signin.notice.besides-unsupported",
	"older-logto":           "signin.notice.older-logto",
	"unreadable":            "signin.notice.unreadable",
	"sign-up-closed":        "signin.notice.sign-up-closed",
	"sign-in-closed":        "signin.notice.sign-in-closed",
	"recovery-undetermined": "signin.notice.recovery-undetermined",
	"would-refuse":          "signin.notice.would-refuse",

	// Why a command did not do its work.
	reasonFileUnreadable:   "read.read-failed",
	reasonTokenUnreadable:  "code.token-unreadable",
	reasonTokenUnexpanded:  "token.unexpanded",
	reasonTokenWrong:       "code.token-wrong",
	reasonEndpointMissing:  "logto-flag.no-endpoint",
	reasonEndpointInvalid:  "logto-flag.bad-endpoint",
	reasonAuthMissing:      "logto-flag.no-auth",
	reasonAuthUnreadable:   "read.read-failed",
	reasonAuthInvalid:      "logto-flag.bad-auth",
	reasonTwilioURLInvalid: "cli.twilio-url",
	reasonNumberMissing:    "send.no-to",
	reasonTemplateMissing:  "send.no-template",
	reasonWaitInvalid:      "send.wait",
	reasonSinceInvalid:     "doctor.since",
	reasonFlagsConflict:    "code.flags-conflict",
	reasonNobodyToAsk:      "push.unasked",
	reasonDeclined:         "push.declined",
	reasonChangedMeanwhile: "logto.changed-meanwhile",
	reasonDifferent:        "logto.outcome.different",
	reasonUndelivered:      "code.undelivered",
	reasonNotProved:        "proof.not-proved",
	reasonProblemsFound:    "code.problems-found",
	reasonNothingFound:     "code.nothing-found",
	reasonUnknownCode:      "code.unknown-code",
	reasonWrongUsage:       "code.wrong-usage",
	reasonNotDone:          "code.not-done",
}
