package connector

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestForLogto(t *testing.T) {
	for version, want := range map[string]string{ // the last connector that came with it
		"1.0": "1.0.1", "1.0.0": "1.0.1", "1.12.7": "1.0.1", "1.13": "1.2.1", "1.24": "1.2.1", "1.24.1": "1.2.1",
		"1.25": "1.3.1", "1.31.0": "1.3.1", "1.32": "1.4.0", "1.34": "1.4.0", "1.35": "1.4.1", "1.37.1": "1.4.1",
		"1.38": "1.4.4", "1.42": "1.4.4", "v1.42.0": "1.4.4", "1.43": "1.4.5", "1.43.0": "1.4.5", "1.44": "1.5.0", "1.44.9": "1.5.0", "1.0.0-rc": "1.0.0-beta.20", "1.0.0-rc.3": "1.0.0-beta.20",
		"1.0.0-beta.1": "1.0.0-beta.11", "documented": "1.0.0-beta.11",
		"": "", "1": "", "1.": "", "1.x": "", "0.9": "", "1.024": "", "1.24.": "", "1.24.1.1": "", "1.-1": "",
		"1.0.0-rc.": "", "1.0.0-rc.x": "", "1.0.0-rcs": "", "1.0.0-beta": "", "1.0.0-beta.": "", ".": "", ".3": "", "1.0.0-beta.1.": "", "1.0.0-beta.1.1": "", "1.0.0-beta.14": "", "1.0.0-beta.11": "", "latest": "",
		"1.45 ": "", "1.45.": "", "1.45.x": "", "2.0.0.0": "", "v": "", "02.0": "", "0.45": "", "1.44.0-rc.1": "", "1.24 ": "", "Documented": "",
	} {
		got, newer := ForLogto(version)
		switch {
		case newer || (len(got) > 0) != (want != ""):
			t.Errorf("%q is known: %d, newer: %t", version, len(got), newer)
		case len(got) > 0 && (len(got) != 1 || got[0].To != want):
			t.Errorf("%q came with %+v, want %s", version, got, want)
		}
	}
	// What is newer than all is judged as the newest.
	for _, version := range []string{
		"1.45", "v1.45.0", "1.45.0-rc.1", "1.100", "1.99999999999999999999", "2", "2.0", "2.0.1", "v2.0.0-beta.1", "10.0", "99999999999999999999.1",
	} {
		if got, newer := ForLogto(version); !newer || len(got) != 1 || got[0].To != Latest().To {
			t.Errorf("%q: newer %t, %+v", version, newer, got)
		}
	}
	all, _ := ForLogto(LogtoAll)
	if len(all) != 8 || all[0].To != "1.5.0" || all[7].To != "1.0.1" {
		t.Errorf("all are %+v", all)
	}
	if first, last := LogtoSpan(); first != "1.0.0" || last != "1.44" {
		t.Errorf("known are %s to %s", first, last)
	}
}

// TestReleasesNameTheirLogto holds that every version of Logto since 1.0 came with one
// release, which both ends of its span find.
func TestReleasesNameTheirLogto(t *testing.T) {
	newer := 0 // the minor version at which the release after it begins
	for i, r := range Releases() {
		if (r.LogtoFrom == "") != (r.LogtoTo == "") {
			t.Errorf("%s: from %q to %q", r.To, r.LogtoFrom, r.LogtoTo)
		}
		if r.LogtoFrom == "" {
			continue
		}
		for _, version := range []string{r.LogtoFrom, r.LogtoTo} {
			if found, later := ForLogto(version); later || len(found) != 1 || found[0].To != r.To {
				t.Errorf("%s came with Logto %s, which finds %+v", r.To, version, found)
			}
		}
		if r.Prerelease() {
			continue
		}
		from, _ := logtoMinor(r.LogtoFrom)
		to, ok := logtoMinor(r.LogtoTo)
		if !ok || from > to || i > 0 && to != newer-1 {
			t.Errorf("%s came with Logto %s to %s, and the next with 1.%d", r.To, r.LogtoFrom, r.LogtoTo, newer)
		}
		newer = from
	}
	if newer != 0 {
		t.Errorf("the first is Logto 1.%d", newer)
	}
}

func TestNotAccepted(t *testing.T) {
	risky := fixable("\"accountSID\"", "\"disableRiskCheck\": 1,\n  \"accountSID\"")
	for _, test := range []struct{ text, version, logto, connector string }{
		{fixable(), "all", "", ""},
		{fixable(), "documented", "", ""},
		{fixable(`"Generic"`, `"Other"`), "all", "1.0.0–1.44", "1.0.0-beta.21–1.5.0"},
		{fixable(`"Generic"`, `"Other"`), "1.24", "1.13–1.24", "1.1.0–1.2.1"},
		{fixable(`"Generic"`, `"Other"`), "1.0.0-rc.1", "", ""},
		{fixable(`"Generic"`, `"Other"`), "documented", "", ""},
		{risky, "all", "1.32–1.44", "1.4.0–1.5.0"},
		{risky, "1.31", "", ""},
		{withHost(`"ie1"`), "all", "1.44", "1.5.0"},
		{withHost(`"ie1"`), "1.43", "", ""},
		{withHost(`"ie1"`), "2.0", "1.44", "1.5.0"},
		{fixable(`"Register"`, `"Other"`), "all", "1.0.0–1.44", "1.0.0-beta.21–1.5.0"},
		{"{", "1.34", "1.32–1.34", "1.4.0"},
		{"{", "documented", "1.0.0-beta.1", "1.0.0-beta.1–1.0.0-beta.11"},
	} {
		by, _ := ForLogto(test.version)
		p, refused := Decode([]byte(test.text)).NotAccepted(by)
		logto, _ := p.Args["logto"].([]string)
		versions, _ := p.Args["connector"].([]string)
		if refused != (test.logto != "") || strings.Join(logto, ", ") != test.logto || strings.Join(versions, ", ") != test.connector {
			t.Errorf("%s for %s: %t %v", test.text, test.version, refused, p.Args)
		}
	}
}

// TestRefusalsSayWhy holds what the hint of NotAcceptedBy says: whatever a
// release that can be asked for refuses, another error of the file tells why.
func TestRefusalsSayWhy(t *testing.T) {
	maker := configMaker{rand.New(rand.NewPCG(1, 6)), true}
	var by []Release
	for _, version := range []string{LogtoDocumented, "1.0.0-rc", LogtoAll} {
		r, _ := ForLogto(version)
		by = append(by, r...)
	}
	for range 2000 {
		d := Decode([]byte(maker.text()))
		if _, refused := d.NotAccepted(by); refused && !refusal(d.Problems()) {
			t.Fatalf("nothing says why this is refused:\n%s", d.Bytes())
		}
	}
}
