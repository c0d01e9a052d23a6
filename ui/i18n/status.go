package i18n

import (
	"logto-twilio/connector/account"
)

// Status puts the status of a message into words, for a timeline: Message is a
// label of a word or two, Hint a sentence on what it means. A status that
// Twilio invents later is shown as Twilio writes it, without a sentence.
func (p Printer) Status(s account.MessageStatus) Message {
	key := "status." + string(s)
	label, ok := find(key)
	if !ok {
		return Message{Message: printable(string(s))}
	}
	about, _ := find(key + ".about")
	return Message{label.in(p.lang), about.in(p.lang)}
}

// statusTexts has "status.STATUS", a label, and "status.STATUS.about", what it
// means (Twilio, "Message resource", "Message Status values").
var statusTexts = map[string]text{
	"status.accepted": {"Accepted", "已接受"},
	"status.accepted.about": {"Twilio has the message and is choosing a sender from the service.",
		"Twilio 已收到短信，正在从短信服务中选择发送方。"},
	"status.scheduled": {"Scheduled", "已定时"},
	"status.scheduled.about": {"Twilio keeps the message until its scheduled time.",
		"Twilio 会到预定的时间再发送。"},
	"status.queued": {"Queued", "排队中"},
	"status.queued.about": {"Twilio is about to hand it to a carrier.",
		"Twilio 即将把短信交给运营商。"},
	"status.sending": {"Sending", "发送中"},
	"status.sending.about": {"Twilio is handing it to a carrier.",
		"Twilio 正在把短信交给运营商。"},
	"status.sent": {"Sent", "已发出"},
	"status.sent.about": {"The carrier accepted it. Some carriers never confirm delivery.",
		"运营商已接受。有些运营商从不发送回执。"},
	"status.delivered": {"Delivered", "已送达"},
	"status.delivered.about": {"The carrier confirmed that it arrived.",
		"运营商已确认送达。"},
	"status.undelivered": {"Not delivered", "未送达"},
	"status.undelivered.about": {"The carrier could not deliver it.",
		"运营商未能送达。"},
	"status.failed": {"Failed", "发送失败"},
	"status.failed.about": {"Twilio could not send it.",
		"Twilio 未能发出短信。"},
	"status.canceled": {"Canceled", "已取消"},
	"status.canceled.about": {"The message was canceled before it went out.",
		"短信在发出前被取消。"},
	"status.read": {"Read", "已读"},
	"status.read.about": {"The recipient opened it.",
		"收件人已打开短信。"},
	"status.partially_delivered": {"Partly delivered", "部分送达"},
	"status.partially_delivered.about": {"Only some segments of the message arrived: the user does not have the whole text.",
		"短信只送达了一部分。"},
}
