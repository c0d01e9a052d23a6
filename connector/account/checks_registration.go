package account

import (
	"slices"
	"strings"

	"logto-twilio/connector/problem"
)

// USNumbers are the senders whose messages to the USA need an A2P 10DLC
// registration: US numbers that are not toll-free.
func USNumbers(senders []Sender) []Sender {
	return only(senders, func(x Sender) bool {
		return x.Kind == LongCode && x.SMS && x.Country == "US" && !tollFree(x.Name)
	})
}

// TollFreeNumbers are the senders that have to be verified before they can text
// the USA and Canada.
func TollFreeNumbers(senders []Sender) []Sender {
	return only(senders, func(x Sender) bool { return x.Kind == LongCode && x.SMS && tollFree(x.Name) })
}

// tollFree reports whether a number of the North American plan is toll-free, by
// its area code (NANPA: 800, 833, 844, 855, 866, 877, 888).
func tollFree(number string) bool {
	area, ok := strings.CutPrefix(number, "+1")
	return ok && len(area) == 10 && slices.Contains([]string{"800", "833", "844", "855", "866", "877", "888"}, area[:3])
}

// checkNumbers is a check about numbers of a service, at least one.
func checkNumbers(c problem.Code, status CheckStatus, s Service, numbers []Sender) Check {
	return Check{Code: c, Status: status, Args: problem.Args{
		"service": s.FriendlyName, "count": len(numbers), "others": len(numbers) - 1, "number": numbers[0].Name,
	}}
}

// blocks reports whether a check found numbers whose messages are blocked in the USA
// now (30034, 30032): their registration is missing, refused or still in review.
func (c Check) blocks() bool {
	switch c.Code {
	case USUnregistered, A2PPending, A2PFailed, TollFreeMissing, TollFreeRefused, TollFreeWaiting:
		return true
	}
	return false
}

// weigh turns the warnings about registrations into failures where the service has no
// sender left that is not blocked: then no message to the USA arrives, and US numbers
// are usually for US users. With one other sender they stay warnings, because Twilio
// sends from that one. No number is counted in two checks.
func weigh(senders []Sender, checks []Check) []Check {
	left := len(only(senders, Sender.sendsSMS))
	for _, c := range checks {
		if n, _ := c.Args["count"].(int); c.blocks() {
			left -= n
		}
	}
	for i, c := range checks {
		if left == 0 && c.blocks() {
			checks[i].Status = CheckFailed
		}
	}
	return checks
}

// checkCampaigns judges the US numbers of a service by its A2P 10DLC campaigns: one
// verified campaign is enough. It is empty where the service has no US numbers.
func checkCampaigns(s Service, senders []Sender, campaigns []Campaign) []Check {
	numbers := USNumbers(senders)
	if len(numbers) == 0 {
		return nil
	}
	c := checkNumbers(USUnregistered, CheckWarning, s, numbers)
	if len(campaigns) > 0 {
		status := bestCampaign(campaigns)
		c.Code, c.Status = campaignCheck(status)
		c.Args["status"] = string(status)
	} else if s.A2PRegistered { // the two answers contradict each other
		c.Code, c.Status = A2PUnknown, CheckUnknown
	}
	return []Check{c}
}

// bestCampaign is the status of the campaign that is closest to verified. There must be
// at least one.
func bestCampaign(campaigns []Campaign) CampaignStatus {
	for _, s := range []CampaignStatus{CampaignVerified, CampaignInProgress, CampaignPending, CampaignFailed, CampaignSuspended} {
		if slices.ContainsFunc(campaigns, func(c Campaign) bool { return c.Status == s }) {
			return s
		}
	}
	return campaigns[0].Status
}

// campaignCheck is what the status of a campaign means for messages, see weigh.
func campaignCheck(s CampaignStatus) (problem.Code, CheckStatus) {
	switch s {
	case CampaignVerified:
		return A2PVerified, CheckOK
	case CampaignPending, CampaignInProgress:
		return A2PPending, CheckWarning
	case CampaignFailed, CampaignSuspended:
		return A2PFailed, CheckWarning
	}
	return A2PUnknown, CheckUnknown
}

// tollFreeChecks are what a toll-free number can be, the best first, see weigh.
var tollFreeChecks = []struct {
	code   problem.Code
	status CheckStatus
}{
	{TollFreeVerified, CheckOK},
	{TollFreeWaiting, CheckWarning},
	{TollFreeRefused, CheckWarning},
	{TollFreeUnverified, CheckUnknown}, // by a status that is none of Twilio's
	{TollFreeMissing, CheckWarning},
}

// checkTollFree judges the toll-free numbers of a service by the verifications of the
// account: one check for the verified numbers, one for those in review, and so on. If a
// number has several verifications, the best one counts.
func checkTollFree(s Service, senders []Sender, verifications []TollFreeVerification) []Check {
	found := make([][]Sender, len(tollFreeChecks))
	for _, number := range TollFreeNumbers(senders) {
		best := len(tollFreeChecks) - 1
		for _, v := range verifications {
			if v.NumberSID == number.SID || v.Number == number.Name {
				best = min(best, tollFreeRank(v.Status))
			}
		}
		found[best] = append(found[best], number)
	}
	var checks []Check
	for i, numbers := range found {
		if len(numbers) > 0 {
			checks = append(checks, checkNumbers(tollFreeChecks[i].code, tollFreeChecks[i].status, s, numbers))
		}
	}
	return checks
}

// tollFreeRank is which of tollFreeChecks the status of a verification means.
func tollFreeRank(s TollFreeStatus) int {
	code := TollFreeUnverified
	switch s {
	case TollFreeApproved:
		code = TollFreeVerified
	case TollFreePending, TollFreeInReview:
		code = TollFreeWaiting
	case TollFreeRejected:
		code = TollFreeRefused
	}
	for i, c := range tollFreeChecks {
		if c.code == code {
			return i
		}
	}
	return len(tollFreeChecks) - 1
}
