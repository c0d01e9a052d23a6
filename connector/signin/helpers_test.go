package signin

import (
	"encoding/json"
	"maps"
	"os"
	"sync"
	"testing"
)

// Methods as Logto has them.
const (
	byUsername  = `{"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true}`
	byEmail     = `{"identifier":"email","password":true,"verificationCode":true,"isPasswordPrimary":true}`
	byPhone     = `{"identifier":"phone","password":false,"verificationCode":true,"isPasswordPrimary":false}`
	byPhoneWord = `{"identifier":"phone","password":true,"verificationCode":false,"isPasswordPrimary":true}`
)

// seeded is a recorded sign-in experience (Logto 1.42, a new tenant), with fields
// replaced: name, JSON and so on; a JSON of "" takes the field away.
func seeded(t testing.TB, fields ...string) Experience {
	t.Helper()
	e, err := Decode(seededJSON(t, fields...))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func seededJSON(t testing.TB, fields ...string) []byte {
	t.Helper()
	recorded, err := recording()
	if err != nil {
		t.Fatal(err)
	}
	all := maps.Clone(recorded)
	for i := 0; i < len(fields); i += 2 {
		if all[fields[i]] = json.RawMessage(fields[i+1]); fields[i+1] == "" {
			delete(all, fields[i])
		}
	}
	data, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// recording is the recorded sign-in experience, read once.
var recording = sync.OnceValues(func() (all map[string]json.RawMessage, err error) {
	data, err := os.ReadFile("testdata/seeded.json")
	if err != nil {
		return nil, err
	}
	return all, json.Unmarshal(data, &all)
})

// older takes away what came to Logto after 1.25.
func older(t testing.TB, fields ...string) Experience {
	gone := []string{"captchaPolicy", "", "sentinelPolicy", "", "emailBlocklistPolicy", "", "verificationCodePolicy", "",
		"forgotPasswordMethods", "", "passkeySignIn", "", "adaptiveMfa", ""}
	return seeded(t, append(gone, fields...)...)
}

// patched is what a PATCH makes of an experience: each field is replaced.
func patched(t testing.TB, before, patch []byte) Experience {
	t.Helper()
	e, err := Decode(merged(t, before, patch))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// merged is the JSON of that.
func merged(t testing.TB, before, patch []byte) []byte {
	t.Helper()
	all, change := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	if json.Unmarshal(before, &all) != nil || json.Unmarshal(patch, &change) != nil {
		t.Fatalf("no JSON: %s, %s", before, patch)
	}
	maps.Copy(all, change)
	data, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// all is a Logto with connectors for SMS and e-mail and without a CAPTCHA.
var all = Facts{SMS: Yes, Email: Yes, CAPTCHA: No}
