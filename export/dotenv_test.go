package export

import (
	"errors"
	"strings"
	"testing"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/redact"
)

func TestSetToken(t *testing.T) {
	for old, want := range map[string]string{
		"":                                "TWILIO_AUTH_TOKEN=new\n",
		"\ufeff":                          "\ufeffTWILIO_AUTH_TOKEN=new\n",
		"A=1":                             "A=1\nTWILIO_AUTH_TOKEN=new\n",
		"A=1\r\n":                         "A=1\r\nTWILIO_AUTH_TOKEN=new\n",
		"# c\n\nTWILIO_AUTH_TOKEN=old\nB": "# c\n\nTWILIO_AUTH_TOKEN=new\nB",
		"TWILIO_AUTH_TOKEN=\n":            "TWILIO_AUTH_TOKEN=new\n",
		"\ufeffTWILIO_AUTH_TOKEN=old":     "\ufeffTWILIO_AUTH_TOKEN=new",
		" export\tTWILIO_AUTH_TOKEN = \"o # 'l\\\"d\" # mine\r\nB=2\r\n":         " export\tTWILIO_AUTH_TOKEN =new # mine\nB=2\r\n",
		"A=1\r\nTWILIO_AUTH_TOKEN=new\r\nB=2\r\n":                                "A=1\r\nTWILIO_AUTH_TOKEN=new\nB=2\r\n",
		"TWILIO_AUTH_TOKEN='new'\r":                                              "TWILIO_AUTH_TOKEN=new",
		"TWILIO_AUTH_TOKEN=o#ld\t# x\n":                                          "TWILIO_AUTH_TOKEN=new\t# x\n",
		"TWILIO_AUTH_TOKEN=# x\n":                                                "TWILIO_AUTH_TOKEN=new\n",
		"TWILIO_AUTH_TOKEN= # x\n":                                               "TWILIO_AUTH_TOKEN=new # x\n",
		"TWILIO_AUTH_TOKEN='a\nb'\nC=3\n":                                        "TWILIO_AUTH_TOKEN=new\nC=3\n",
		"TWILIO_AUTH_TOKEN=\"a\nC=3\n":                                           "TWILIO_AUTH_TOKEN=new\nC=3\n",
		"TWILIO_AUTH_TOKEN=1\nTWILIO_AUTH_TOKEN=2\n":                             "TWILIO_AUTH_TOKEN=new\nTWILIO_AUTH_TOKEN=new\n",
		"# TWILIO_AUTH_TOKEN=x\nTWILIO_AUTH_TOKEN_2=y\nMY_TWILIO_AUTH_TOKEN=z\n": "# TWILIO_AUTH_TOKEN=x\nTWILIO_AUTH_TOKEN_2=y\nMY_TWILIO_AUTH_TOKEN=z\nTWILIO_AUTH_TOKEN=new\n",
		"KEY=\"-----BEGIN\nTWILIO_AUTH_TOKEN=no\n-----END\"\n":                   "KEY=\"-----BEGIN\nTWILIO_AUTH_TOKEN=no\n-----END\"\nTWILIO_AUTH_TOKEN=new\n",
		"export=1\nexport TWILIO_AUTH_TOKEN\n\xff=\xfe\n":                        "export=1\nexport TWILIO_AUTH_TOKEN\n\xff=\xfe\nTWILIO_AUTH_TOKEN=new\n",
	} {
		data, diff, err := SetToken([]byte(old), "new")
		if err != nil || string(data) != want || diff == nil {
			t.Errorf("%q became %q, want %q (%v, %v)", old, data, want, diff, err)
		}
		again, diff, err := SetToken(data, "new")
		if err != nil || string(again) != want || diff != nil {
			t.Errorf("%q became %q the second time (%v, %v)", old, again, diff, err)
		}
	}
}

// What is shown is the lines that change, and nothing that any line is set to.
func TestSetTokenShows(t *testing.T) {
	old := "DB_PASSWORD=secret\nKEY='a\nb'\n export TWILIO_AUTH_TOKEN=" + hidden + " # mine\nLAST=secret"
	_, diff, err := SetToken([]byte(old), hidden[:31]+"1")
	want := "@3\n~export TWILIO_AUTH_TOKEN=" + redact.Mask + "\n@1\n"
	if got := picture(diff); err != nil || got != want {
		t.Errorf("%v, shown\n%swant\n%s", err, got, want)
	}
	_, diff, _ = SetToken([]byte("A=1\n"), hidden)
	if got := picture(diff); got != "@1\n+TWILIO_AUTH_TOKEN="+redact.Mask+"\n" {
		t.Errorf("shown\n%s", got)
	}
}

func TestTokensOfAnEnvFile(t *testing.T) {
	for token, want := range map[string]string{
		"0aF.-_": "0aF.-_", "a b": "'a b'", `$x"#`: `'$x"#'`, "é": "'é'", "": "", "it's": "", "a\nb": "", `a\`: "", "\x00": "",
	} {
		data, _, err := SetToken(nil, token)
		if want == "" {
			if !errors.Is(err, ErrTokenCharacter) {
				t.Errorf("%q: %q, %v", token, data, err)
			}
			continue
		}
		if got := strings.TrimSuffix(string(data), "\n"); err != nil || got != environ.AuthToken+"="+want {
			t.Errorf("%q is %s, %v", token, got, err)
		}
	}
}

// What SetToken writes TokenOf reads, and whatever else people write in such files.
func TestTokenOf(t *testing.T) {
	for text, want := range map[string]string{
		"TWILIO_AUTH_TOKEN=new": "new",
		"\ufeffexport TWILIO_AUTH_TOKEN = \"n\\\"e\\\\w\" # mine\r\n": `n"e\w`,
		"# c\nA='x\ny'\nTWILIO_AUTH_TOKEN=1\nTWILIO_AUTH_TOKEN='2'\n": "2",
		"TWILIO_AUTH_TOKEN=new\r":                                     "new",
		"TWILIO_AUTH_TOKEN=\nA=1":                                     "",
		"TWILIO_AUTH_TOKEN= # none\nA=1":                              "",
		"TWILIO_AUTH_TOKEN=# none":                                    "",
		"TWILIO_AUTH_TOKEN='":                                         "'",
	} {
		if got, found := TokenOf([]byte(text)); got != want || !found {
			t.Errorf("%q: %q, %t", text, got, found)
		}
	}
	for _, text := range []string{"", "new", "A=1", "# TWILIO_AUTH_TOKEN=1", "KEY=\"\nTWILIO_AUTH_TOKEN=no\n\""} {
		if got, found := TokenOf([]byte(text)); got != "" || found {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, token := range []string{hidden, "a b", `$x"#`, "é"} {
		data, _, err := SetToken([]byte("A=1\nTWILIO_AUTH_TOKEN=old # mine"), token)
		if got, _ := TokenOf(data); got != token || err != nil {
			t.Errorf("%q became %q (%v)", token, got, err)
		}
	}
}
