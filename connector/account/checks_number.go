package account

import "logto-twilio/connector/problem"

// CheckAvailable says what will have to be done before a number can text, and
// whether it can be bought here. Nothing for one that works at once.
// s is the service that it is for: one that is registered needs nothing more.
func CheckAvailable(n AvailableNumber, s Service) []Check {
	var checks []Check
	if !n.Buyable() {
		code := AddressRequired
		switch n.Address {
		case AddressLocal:
			code = LocalAddressRequired
		case AddressForeign:
			code = ForeignAddressRequired
		}
		checks = append(checks, Check{Code: code, Status: CheckFailed, Args: problem.Args{"number": n.Number, "country": n.Country}})
	}
	switch args := (problem.Args{"number": n.Number}); {
	case n.Kind == TollFreeNumber && tollFree(n.Number):
		checks = append(checks, Check{Code: TollFreeNeedsVerification, Status: CheckWarning, Args: args})
	case n.Country == "US" && !s.A2PRegistered:
		checks = append(checks, Check{Code: USNeedsRegistration, Status: CheckWarning, Args: args})
	}
	if n.Beta {
		checks = append(checks, Check{Code: NumberIsBeta, Status: CheckWarning, Args: problem.Args{"number": n.Number}})
	}
	return checks
}

// CheckMove says what a number that is moved could do and no longer can: a US
// number that leaves a registered service for one that is not.
func CheckMove(number Sender, to Service) []Check {
	if len(USNumbers([]Sender{number})) == 0 || to.A2PRegistered {
		return nil
	}
	return []Check{{Code: USNeedsRegistration, Status: CheckWarning, Args: problem.Args{"number": number.Name}}}
}
