package walk

import (
	"errors"
	"testing"

	"logto-twilio/connector/account"
)

// A number that is out of the one service and not in the other is put in, and not
// taken out once more; one that is still in the first is taken out first.
func TestPlacingAgainTakesOutOnlyWhatIsIn(t *testing.T) {
	refused := &account.CallError{Kind: account.Refused, Code: 21714}
	for name, c := range map[string]struct {
		pools pools
		from  string
	}{
		"out of the old one":   {pools{in: "MG1", addErr: refused}, ""},
		"still in the old one": {pools{in: "MG1", removeErr: refused}, "MG1"},
		"nobody can say":       {pools{in: "MG1", removeErr: refused, sendersErr: errors.New("x")}, ""},
	} {
		p := Place(t.Context(), &c.pools, "PN1", "MG1", "MG2")
		if got := p.PlaceAgain(); got != c.from {
			t.Errorf("%s: taken out of %q, want %q", name, got, c.from)
		}
	}
}
