package diagnosis

import "logto-twilio/connector/problem"

// The checks of the connector that a Logto has. Args of each: host (of the Logto).
const (
	// LogtoUnanswered (unknown): Logto could not be asked. With LogtoErr. Args as all.
	LogtoUnanswered problem.Code = "logto-unanswered"
	// LogtoRefused (failed): it refused to answer, and would do so again. With
	// LogtoErr. Args as all.
	LogtoRefused problem.Code = "logto-refused"
	// ConnectorSame (ok): its connector is the configuration. Args as all.
	ConnectorSame problem.Code = "logto-connector-same"
	// ConnectorDiffers (warning): it is another. Args of its own: count, changes.
	ConnectorDiffers problem.Code = "logto-connector-differs"
	// ConnectorUncompared (unknown): it has one of Twilio's, and the file is none that
	// it could be compared with. Args as all.
	ConnectorUncompared problem.Code = "logto-connector-uncompared"
	// ConnectorMissing (failed): it has no connector for SMS. Args as all.
	ConnectorMissing problem.Code = "logto-connector-missing"
	// ConnectorOther (failed): it sends through another provider. Args of its own:
	// connector.
	ConnectorOther problem.Code = "logto-connector-other"
	// ConnectorSeveral (failed): it has several, and uses none. Args as all.
	ConnectorSeveral problem.Code = "logto-connector-several"
	// ConnectorHidden (unknown): it lists no connector of any kind. With LogtoErr. Args
	// as all.
	ConnectorHidden problem.Code = "logto-connector-hidden"
)

// The checks of what a Logto uses SMS for. Args of each: host (of the Logto).
const (
	// SMSUsed (ok): it uses SMS. Args of its own: uses.
	SMSUsed problem.Code = "sms-used"
	// SMSNeverUsed (warning): there is a connector, and nothing that a user meets uses
	// it. Args as all.
	SMSNeverUsed problem.Code = "sms-never-used"
	// SMSUseUnknown (unknown): it could not be learnt. With LogtoErr where a call
	// failed. Args as all.
	SMSUseUnknown problem.Code = "sms-use-unknown"
	// OpenSignUp (warning): strangers can have paid SMS sent, and there is no CAPTCHA.
	// Args as all.
	OpenSignUp problem.Code = "open-sign-up"
	// OpenSignUpCAPTCHAOff (warning): the same, and a CAPTCHA is there, switched off.
	// Args as all.
	OpenSignUpCAPTCHAOff problem.Code = "open-sign-up-captcha-off"
	// OpenSignUpCAPTCHAUnknown (unknown): the same, and whether there is a CAPTCHA
	// could not be learnt. Args as all.
	OpenSignUpCAPTCHAUnknown problem.Code = "open-sign-up-captcha-unknown"
	// TextOutlivesCode (warning): texts say that a code can be used for longer than it
	// can. Args of its own: usageTypes, said, lives (how long).
	TextOutlivesCode problem.Code = "text-outlives-code"
	// CodeOutlivesText (warning): texts say that a code dies sooner than it does. Args
	// of its own: usageTypes, said, lives (how long).
	CodeOutlivesText problem.Code = "code-outlives-text"
)

// The checks of what a Logto sent lately, by its audit log. Args of each: host (of the
// Logto), since (how long ago it begins).
const (
	// SendsNone (ok): nothing was to be sent. Args as all.
	SendsNone problem.Code = "sends-none"
	// SendsOK (ok): Twilio took every message. Args of its own: total, kinds (of
	// messages, with how many).
	SendsOK problem.Code = "sends-ok"
	// SendsFailed (warning, failed where none was taken): some were not. Args of its
	// own: total, failed, kinds.
	SendsFailed problem.Code = "sends-failed"
	// SendsRefused (warning): those that Twilio refused for one reason. Args of its
	// own: count, kinds, twilioCode, title (of that code).
	SendsRefused problem.Code = "sends-refused"
	// SendsLimited (warning): those that Logto held back because one number got too many
	// before. Args of its own: count, kinds.
	SendsLimited problem.Code = "sends-limited"
	// SendsStopped (warning): those that Logto did not hand over for another reason.
	// Args of its own: count, kinds, logtoCode.
	SendsStopped problem.Code = "sends-stopped"
	// SendsUnexplained (warning): those of which the log does not say why. Args of its
	// own: count, kinds.
	SendsUnexplained problem.Code = "sends-unexplained"
	// SendsCut (unknown): there were more than were read. Args as all.
	SendsCut problem.Code = "sends-cut"
	// SendsUnanswered (unknown): the log could not be read, or not to its end. With
	// LogtoErr. Args as all.
	SendsUnanswered problem.Code = "sends-unanswered"
)

// The checks of what became of a messaging service's messages lately. Args of each:
// since (how long ago that begins).
const (
	// MessagesNone (ok): there was none. Args as all.
	MessagesNone problem.Code = "messages-none"
	// MessagesOK (ok): none is known to be lost. Args of its own: total, statuses.
	MessagesOK problem.Code = "messages-ok"
	// MessagesFailed (warning, failed where all are lost): some are. Args of its own:
	// total, failed, statuses.
	MessagesFailed problem.Code = "messages-failed"
	// MessagesLost (warning): those that were lost for one reason. Args of its own:
	// count, twilioCode, title (of that code).
	MessagesLost problem.Code = "messages-lost"
	// MessagesDoubtful (warning): those that Twilio reports a code of, and not as lost.
	// Args of its own: count, twilioCode, title (of that code).
	MessagesDoubtful problem.Code = "messages-doubtful"
	// MessagesCut (unknown): the account had more than were read. Args as all.
	MessagesCut problem.Code = "messages-cut"
	// MessagesUnanswered (unknown): they could not be listed, or not all. With Err.
	// Args as all.
	MessagesUnanswered problem.Code = "messages-unanswered"
)

// Codes are the codes of all checks.
func Codes() []problem.Code {
	return []problem.Code{
		LogtoUnanswered, LogtoRefused, ConnectorSame, ConnectorDiffers, ConnectorUncompared, ConnectorMissing,
		ConnectorOther, ConnectorSeveral, ConnectorHidden,
		SMSUsed, SMSNeverUsed, SMSUseUnknown, OpenSignUp, OpenSignUpCAPTCHAOff, OpenSignUpCAPTCHAUnknown,
		TextOutlivesCode, CodeOutlivesText,
		SendsNone, SendsOK, SendsFailed, SendsRefused, SendsLimited, SendsStopped, SendsUnexplained, SendsCut, SendsUnanswered,
		MessagesNone, MessagesOK, MessagesFailed, MessagesLost, MessagesDoubtful, MessagesCut, MessagesUnanswered,
	}
}
