package connector

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"logto-twilio/connector/problem"
)

// What ForLogto takes besides versions.
const (
	LogtoDocumented = "documented" // the Logto of the documentation, 1.0.0-beta.1
	LogtoAll        = "all"        // every one since 1.0
)

// ForLogto returns the releases of the connector that came with a version of Logto
// (1.24, 1.42.0, v1.0.0-rc.1), or with the versions that [LogtoDocumented] or [LogtoAll]
// stand for, the newest first. It returns none for a version that does not exist. Of the
// betas only 1.0.0-beta.1 is known: their connectors were updated separately. For a
// version that is newer than all it returns the newest release, and newer is set.
func ForLogto(version string) (found []Release, newer bool) {
	oldest := releases[len(releases)-1]
	if version == LogtoDocumented {
		return []Release{oldest}, false
	}
	if version == LogtoAll {
		return slices.DeleteFunc(Releases(), Release.Prerelease), false
	}
	version = strings.TrimPrefix(version, "v")
	for _, r := range releases {
		if r.cameWith(version) {
			return []Release{r}, false
		}
	}
	if isNewer(version, Latest().LogtoTo) {
		return []Release{Latest()}, true
	}
	return nil, false
}

// isNewer reports whether a version (1.45, 2, 2.0.1, 1.45.0-rc.1) comes after another
// one of the form MAJOR.MINOR.
func isNewer(version, than string) bool {
	version, _, _ = strings.Cut(version, "-")
	numbers := strings.Split(version, ".")
	if len(numbers) > 3 || slices.ContainsFunc(numbers, func(s string) bool { return !isNumber(s) }) {
		return false
	}
	for i, other := range strings.Split(than, ".") {
		if i == len(numbers) {
			return false
		}
		if c := cmp.Or(cmp.Compare(len(numbers[i]), len(other)), cmp.Compare(numbers[i], other)); c != 0 {
			return c > 0
		}
	}
	return false
}

// LogtoSpan names the first and the last version since 1.0 that ForLogto knows.
func LogtoSpan() (first, last string) {
	all, _ := ForLogto(LogtoAll)
	return all[len(all)-1].LogtoFrom, all[0].LogtoTo
}

// cameWith reports whether a release came with a version of Logto.
func (r Release) cameWith(version string) bool {
	if r.LogtoFrom == "" {
		return false
	}
	if r.Prerelease() {
		number, ok := strings.CutPrefix(version, r.LogtoFrom+".")
		return version == r.LogtoFrom || ok && strings.HasSuffix(r.LogtoFrom, "-rc") && isNumber(number)
	}
	minor, ok := logtoMinor(version)
	from, _ := logtoMinor(r.LogtoFrom)
	to, _ := logtoMinor(r.LogtoTo)
	return ok && from <= minor && minor <= to
}

// logtoMinor reads the second number of 1.MINOR or 1.MINOR.PATCH.
func logtoMinor(version string) (int, bool) {
	rest, ok := strings.CutPrefix(version, "1.")
	minor, patch, patched := strings.Cut(rest, ".")
	if !ok || !isNumber(minor) || patched && !isNumber(patch) {
		return 0, false
	}
	n, err := strconv.Atoi(minor)
	return n, err == nil
}

// isNumber reports whether s is a number as versions have it.
func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == "" && (s == "0" || s[0] != '0')
}

// NotAccepted returns the problem that some of these releases (as ForLogto returns them)
// refuse the document; false where all accept it. Why they refuse it is among Problems.
func (d *Document) NotAccepted(by []Release) (problem.Problem, bool) {
	var logto, versions []string
	newer := -1 // of the refusals: where the last one stands in the history
	var until, untilLogto string
	for _, r := range by {
		if r.Accepts(d) {
			continue
		}
		at := slices.IndexFunc(releases, func(x Release) bool { return x.To == r.To })
		if newer < 0 || at != newer+1 {
			until, untilLogto = r.To, r.LogtoTo
			logto, versions = append(logto, ""), append(versions, "")
		}
		newer = at
		logto[len(logto)-1] = versionSpan(r.LogtoFrom, untilLogto)
		versions[len(versions)-1] = versionSpan(r.From, until)
	}
	return problem.Problem{
		Severity: problem.Error, Code: problem.NotAcceptedBy, At: problem.Position{Line: 1, Column: 1},
		Args: problem.Args{"logto": logto, "connector": versions},
	}, len(logto) > 0
}

// versionSpan writes a span of versions.
func versionSpan(first, last string) string {
	if first == last {
		return first
	}
	return first + "–" + last
}
