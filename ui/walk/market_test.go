package walk

import (
	"errors"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
)

func TestOnlyKind(t *testing.T) {
	for want, kinds := range map[account.NumberKind][]account.NumberKind{
		account.MobileNumber: {account.MobileNumber},
		account.LocalNumber:  {account.LocalNumber},
		"":                   {account.LocalNumber, account.MobileNumber},
	} {
		if got, ok := OnlyKind(account.NumberCountry{Kinds: kinds}); got != want || ok != (want != "") {
			t.Errorf("%v: %q %t", kinds, got, ok)
		}
	}
}

func TestNothingText(t *testing.T) {
	p := i18n.In(i18n.English)
	one := account.NumberCountry{Code: "GB", Kinds: []account.NumberKind{account.MobileNumber}}
	two := account.NumberCountry{Code: "US", Kinds: []account.NumberKind{account.LocalNumber, account.TollFreeNumber}}
	for name, c := range map[string]struct {
		country account.NumberCountry
		search  account.NumberSearch
		want    string
	}{
		"one kind":            {one, account.NumberSearch{Country: "GB", Kind: account.MobileNumber}, "buy.nothing"},
		"one of two":          {two, account.NumberSearch{Country: "US", Kind: account.TollFreeNumber}, "buy.nothing-of-kind"},
		"any area":            {two, account.NumberSearch{Country: "US", Kind: account.LocalNumber}, "buy.nothing-of-kind"},
		"an area":             {two, account.NumberSearch{Country: "US", Kind: account.LocalNumber, AreaCode: 415}, "buy.nothing-there"},
		"an area of one kind": {one, account.NumberSearch{Country: "GB", AreaCode: 415}, "buy.nothing-there"},
	} {
		if got := NothingText(p, c.country, c.search); got != p.T(c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// What may have been done is neither left by going back nor said not to be charged.
func TestPurchaseText(t *testing.T) {
	p := i18n.In(i18n.English)
	refused := &account.CallError{Kind: account.Refused, Code: 21404}
	unsure := &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true, Effect: account.NumberBought}
	for name, c := range map[string]struct {
		Purchase
		want   string // key
		leave  bool
		change bool // of the account, perhaps
	}{
		"bought":              {Purchase{Number: account.PhoneNumber{SID: "PN1"}}, "", true, false},
		"refused":             {Purchase{Err: refused}, "buy.not-bought", true, false},
		"an error of no kind": {Purchase{Err: errors.New("odd")}, "buy.not-bought", true, false},
		"unsure":              {Purchase{Err: unsure}, "", false, true},
		"not to be seen":      {Purchase{Err: unsure, Looked: true}, "buy.not-there", false, true},
	} {
		c.E164 = "+447700900123"
		want := ""
		if c.want != "" {
			want = p.T(c.want, "number", c.E164)
		}
		w := New("en")
		w.NoteUnsure(c.Err)
		if got := PurchaseText(p, c.Purchase); got != want || MayLeave(c.Err) != c.leave || w.AccountChanged != c.change {
			t.Errorf("%s: %q, may leave: %t, changed: %t", name, got, MayLeave(c.Err), w.AccountChanged)
		}
	}
}
