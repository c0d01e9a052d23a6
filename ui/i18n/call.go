package i18n

import (
	"math"
	"net/http"
	"strconv"
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
)

// CallError puts into words why a call to Twilio gave no result. Where Twilio
// named a code, the words are those of TwilioError. Where the call may have been
// carried out, the hint is about that alone: "try again" would be bad advice.
func (p Printer) CallError(e *account.CallError) Message {
	var s Message
	if e.Kind == account.Refused && e.Code != 0 && !e.OutcomeUnknown && !e.NotServed() {
		x := p.TwilioError(e.Code)
		s = Message{x.Title, p.Join(x.Why, x.Do)}
	} else {
		s = p.say(callKey(e), callArgs(e))
	}
	switch {
	case e.OutcomeUnknown:
		unknown := p.say(outcomeKey(e.Effect), nil)
		s = Message{p.Join(s.Message, unknown.Message), unknown.Hint}
	case e.RetryAfter > 0:
		s.Hint = p.Join(s.Hint, p.T("call.retry-after", "n", int(math.Ceil(e.RetryAfter.Seconds()))))
	}
	if saysMore(e) {
		s.Hint = p.Join(s.Hint, p.say("call.words", callArgs(e)).Message)
	}
	return s
}

// saysMore reports whether the message of the error says something that our words
// cannot: the transport's reason, or Twilio's where we know no better.
func saysMore(e *account.CallError) bool {
	// Where a server says nothing, the client repeats the status in words.
	if e.Message == "" || strings.HasPrefix(e.Message, strconv.Itoa(e.HTTPStatus)+" ") {
		return false
	}
	switch e.Kind {
	case account.Unreachable:
		return true
	case account.Refused:
		_, known := findCode(e.Code)
		return !known
	}
	return false
}

// callKey chooses the sentence for an error without a code of Twilio's.
func callKey(e *account.CallError) string {
	if e.Kind == account.Unintelligible && e.HTTPStatus >= http.StatusMultipleChoices {
		return "call.unintelligible.status"
	}
	if e.Kind == account.Unreachable && e.OutcomeUnknown {
		return "call.broken" // it was reached, and heard something
	}
	if e.Kind != account.Refused {
		return "call." + string(e.Kind)
	}
	if e.NotServed() {
		return "call.not-served"
	}
	switch {
	case e.HTTPStatus == http.StatusUnauthorized,
		e.HTTPStatus == http.StatusForbidden,
		e.HTTPStatus == http.StatusNotFound,
		e.HTTPStatus == http.StatusTooManyRequests:
		return "call.refused." + strconv.Itoa(e.HTTPStatus)
	case e.HTTPStatus >= http.StatusInternalServerError:
		return "call.refused.5xx"
	}
	return "call.refused"
}

// outcomeKey chooses the sentence for a call that may have been carried out, by
// what it was to do.
func outcomeKey(e account.Effect) string {
	if e == "" {
		return "call.outcome-unknown"
	}
	return "call.outcome-unknown." + string(e)
}

// callArgs are the arguments of every sentence about a call.
func callArgs(e *account.CallError) problem.Args {
	host := e.Host
	if host == "" {
		host = "Twilio"
	}
	return problem.Args{"host": host, "status": e.HTTPStatus, "words": e.Message}
}

// callTexts has "call.KIND" and its hint for calls that gave no result; {host}
// is who was asked, {status} the HTTP status, {words} what was reported.
var callTexts = map[string]text{
	"call.unreachable": {"{host} could not be reached.", "无法连接到 {host}。"},
	"call.unreachable.hint": {"Check the network and any VPN, firewall or HTTPS_PROXY in between, then try again.",
		"请检查网络，以及途中的 VPN、防火墙或 HTTPS_PROXY，然后重试。"},
	"call.broken":    {"The connection to {host} was lost.", "与 {host} 的连接中断。"},
	"call.timed-out": {"{host} did not answer in time.", "{host} 没有及时响应。"},
	"call.timed-out.hint": {"The network or Twilio may be slow. Try again in a minute.",
		"可能是网络或 Twilio 暂时较慢，请稍后重试。"},
	"call.unintelligible": {"The response from {host} does not look like one from Twilio.",
		"{host} 返回的内容不是 Twilio 的响应。"},
	"call.unintelligible.hint": {"A proxy, a network login page or the address in --twilio-url may be answering in Twilio's place. Check them and try again.",
		"可能是代理、网络登录页或 --twilio-url 中的地址代替 Twilio 作出了响应。请检查后重试。"},
	"call.unintelligible.status": {"{host} sent an unexpected response (HTTP {status}).",
		"{host} 返回的并非预期的响应（HTTP {status}）。"},
	"call.unintelligible.status.hint": {"Twilio, or a proxy in between, is having trouble. Try again in a few minutes; if that does not help, check HTTPS_PROXY and --twilio-url.",
		"Twilio 或途中的代理暂时出现问题。请过几分钟重试；如果仍然如此，请检查 HTTPS_PROXY 和 --twilio-url。"},
	"call.canceled": {"The request to {host} was canceled.", "对 {host} 的请求已取消。"},
	"call.canceled.hint": {"You can start it again at any time.",
		"可以随时重新开始。"},
	"call.no-token": {"There is no Auth Token to sign in to Twilio with, so nothing was asked.",
		"没有用于登录 Twilio 的 Auth Token，因此没有发出请求。"},
	"call.no-token.hint": {"Enter it with the credentials, or set TWILIO_AUTH_TOKEN and start again.",
		"请在「凭据」中填写，或设置 TWILIO_AUTH_TOKEN 后重新启动。"},
	"call.forbidden-host": {"The credentials were not sent to {host}.", "没有把凭据发送到 {host}。"},
	"call.forbidden-host.hint": {"Credentials go only to api.twilio.com, messaging.twilio.com and pricing.twilio.com (with a host of another region: to those of that region), or to the address in --twilio-url. Something led elsewhere, so the request was stopped.",
		"凭据只会发送到 api.twilio.com、messaging.twilio.com 和 pricing.twilio.com（填写了其他区域的 host 时，则是该区域的相应主机），或 --twilio-url 指定的地址。请求被引向了别处，因此已停止。"},
	"call.unfit-host": {"The configuration's host is not one of Twilio's API, so nothing was asked.",
		"配置中的 host 不是 Twilio API 的主机名，因此没有发出请求。"},
	"call.unfit-host.hint": {"Correct it, for Ireland (IE1) to api.dublin.ie1.twilio.com, or remove it if the account is in the US region.",
		"请改正：爱尔兰（IE1）为 api.dublin.ie1.twilio.com；账号在美国区域时请删除 host。"},
	"call.not-served": {"{host} did not find this (HTTP {status}). It may be something that this region of Twilio does not offer.",
		"{host} 找不到请求的内容（HTTP {status}），可能是 Twilio 的该区域不提供此功能。"},
	"call.not-served.hint": {"Check that the account and the messaging service are in this region. The Twilio Console shows only part of what a region has.",
		"请确认账号和短信服务（Messaging Service）属于该区域。Twilio 控制台只能显示区域中的一部分内容。"},

	"call.refused": {"Twilio refused the request (HTTP {status}).", "Twilio 拒绝了请求（HTTP {status}）。"},
	"call.refused.hint": {"Check the Account SID and the messaging service, then try again.",
		"请检查 Account SID 和短信服务（Messaging Service），然后重试。"},
	"call.refused.401": {"Twilio did not accept this Account SID and Auth Token (HTTP 401).",
		"Twilio 不接受这组 Account SID 和 Auth Token（HTTP 401）。"},
	"call.refused.401.hint": {"Copy both again from the same account: “API keys & auth tokens” in the settings of the Twilio Console, Account > API keys & tokens in the legacy one.",
		"请从同一账号重新复制这两个值：在 Twilio 控制台设置中的「API keys & auth tokens」，或旧版控制台的「Account」→「API keys & tokens」。"},
	"call.refused.403": {"Twilio forbids this request (HTTP 403).", "Twilio 禁止此请求（HTTP 403）。"},
	"call.refused.403.hint": {"The account may be suspended, or the request is for something in another account. Check the account in the Twilio Console.",
		"账号可能已被暂停，或请求的资源属于其他账号。请在 Twilio 控制台查看账号。"},
	"call.refused.404": {"Twilio did not find this in the account (HTTP 404).",
		"Twilio 在该账号中找不到请求的内容（HTTP 404）。"},
	"call.refused.404.hint": {"Check the Account SID, and that the messaging service (MG…) belongs to this account.",
		"请检查 Account SID，并确认短信服务（Messaging Service，MG 开头）属于该账号。"},
	"call.refused.429": {"Twilio is refusing further requests for now (HTTP 429).",
		"Twilio 暂时不接受更多请求（HTTP 429）。"},
	"call.refused.429.hint": {"Too many were under way at once; this one was not carried out. Wait a few seconds and try again.",
		"同时进行的请求过多，本次请求没有执行。请等待几秒后重试。"},
	"call.refused.5xx": {"Twilio could not handle the request (HTTP {status}).",
		"Twilio 未能处理请求（HTTP {status}）。"},
	"call.refused.5xx.hint": {"The problem is on Twilio's side. Try again in a few minutes.",
		"故障发生在 Twilio 一方，请过几分钟重试。"},

	"call.retry-after": {"Twilio asks you to wait {n} {n|second|seconds}.", "Twilio 要求等待 {n} 秒。"},

	"call.outcome-unknown": {"It may or may not have been carried out.",
		"请求可能已经执行，也可能没有。"},
	"call.outcome-unknown.hint": {"Check the outcome in the Twilio Console before trying again.",
		"重试之前，请先在 Twilio 控制台查看结果。"},
	"call.outcome-unknown.message-sent": {"The SMS may or may not have been sent.",
		"短信可能已经发出，也可能没有。"},
	"call.outcome-unknown.message-sent.hint": {"Check the message log in the Twilio Console before sending again, to avoid a second SMS and a second charge.",
		"重新发送之前，请先查看 Twilio 控制台的消息日志，以免重复发送和计费。"},
	"call.outcome-unknown.service-created": {"The messaging service may or may not have been created.",
		"短信服务可能已经创建，也可能没有。"},
	"call.outcome-unknown.service-created.hint": {"Check the account's services before creating it again: Messaging > Services in the Twilio Console.",
		"重新创建之前，请先查看账号的服务列表（Twilio 控制台的「Messaging」→「Services」）。"},
	"call.outcome-unknown.number-bought": {"The phone number may or may not have been bought.",
		"电话号码可能已经购买，也可能没有。"},
	"call.outcome-unknown.number-bought.hint": {"Numbers are billed monthly. Check Phone Numbers > Manage > Active numbers in the Twilio Console before buying again.",
		"号码按月计费。重新购买之前，请先查看 Twilio 控制台的「Phone Numbers」→「Manage」→「Active numbers」。"},
	"call.outcome-unknown.number-added": {"The number may or may not have been added to the messaging service.",
		"号码可能已经加入短信服务，也可能没有。"},
	"call.outcome-unknown.number-added.hint": {"Check the service's senders before trying again: here, or under Messaging > Services in the Twilio Console.",
		"重试之前，请先查看该服务的发送方：可在此处，或在 Twilio 控制台的「Messaging」→「Services」中查看。"},
	"call.outcome-unknown.number-removed": {"The number may or may not have been removed from the messaging service.",
		"号码可能已经移出短信服务，也可能没有。"},
	"call.outcome-unknown.number-removed.hint": {"Check the service's senders before trying again: here, or under Messaging > Services in the Twilio Console.",
		"重试之前，请先查看该服务的发送方：可在此处，或在 Twilio 控制台的「Messaging」→「Services」中查看。"},
	"call.words": {"Reported: {words}", "原始信息：{words}"},
}
