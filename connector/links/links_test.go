package links

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Each page is a proper address, and was seen somewhere on some day.
func TestPages(t *testing.T) {
	for i, r := range pages {
		for _, address := range []string{r.url, r.seen, r.chinese} {
			u, err := url.Parse(address)
			if address == "" && address != r.url && address != r.seen {
				continue // there is no Chinese page
			}
			if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
				t.Errorf("page %d: %q is no address", i, address)
			}
		}
		if _, err := time.Parse(time.DateOnly, r.on); err != nil {
			t.Errorf("%s was seen on %q", r.url, r.on)
		}
		if logto := strings.HasPrefix(r.url, "https://docs.logto.io/"); logto != (r.chinese != "") {
			t.Errorf("%s in Chinese is %q", r.url, r.chinese)
		}
		if r.chinese != "" && !strings.HasPrefix(r.chinese, "https://docs.logto.io/zh-CN/") {
			t.Errorf("%s in Chinese is %s", r.url, r.chinese)
		}
	}
}

func TestAddresses(t *testing.T) {
	for got, want := range map[string]string{
		LogtoConnector.String():      "https://docs.logto.io/integrations/twilio-sms",
		LogtoConnector.In("en"):      "https://docs.logto.io/integrations/twilio-sms",
		LogtoConnector.In("zh-CN"):   "https://docs.logto.io/zh-CN/integrations/twilio-sms",
		LogtoEnableSMS.In("zh-CN"):   "https://docs.logto.io/zh-CN/connectors/sms-connectors/#enable-phone-number-sign-up-or-sign-in",
		TwilioSegments.In("zh-CN"):   "https://www.twilio.com/docs/glossary/what-sms-character-limit",
		TwilioError(30034):           "https://www.twilio.com/docs/api/errors/30034",
		TwilioRegulation("DE"):       "https://www.twilio.com/en-us/guidelines/de/regulatory",
		TwilioRegulation("gb"):       "https://www.twilio.com/en-us/guidelines/gb/regulatory",
		TwilioRegulation(""):         "https://www.twilio.com/en-us/guidelines/regulatory",
		TwilioRegulation("../login"): "https://www.twilio.com/en-us/guidelines/regulatory",
		TwilioRegulation("U/"):       "https://www.twilio.com/en-us/guidelines/regulatory",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// address finds the addresses of a text.
var address = regexp.MustCompile("https?://[^\\s\"'`<>|，。、；：（）)]+")

// nowhere finds the hosts of addresses that lead nobody anywhere: examples, what is
// asked with the user's credentials, names of schemas.
var nowhere = regexp.MustCompile(`^(TENANT\.|your-tenant\.|default\.logto\.app$|127\.|localhost\b|(api|messaging|pricing|accounts|numbers)\..*twilio\.com$|json-schema\.org$|.*\bexample\.com$|.*\.invalid$)`)

// No part of the program writes a link of its own.
func TestEveryLinkIsInTheTable(t *testing.T) {
	root := filepath.Join("..", "..")
	for _, top := range []string{"connector", "export", "ui"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			// What simulated servers answer is theirs.
			if d.IsDir() && slices.Contains([]string{"links", "twiliosim", "logtosim"}, d.Name()) {
				return fs.SkipDir
			}
			if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			for _, found := range addresses(t, path) {
				t.Errorf("%s leads to %s, which belongs in the table of this package", path, found)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// addresses are the links that the strings of a source file hold.
func addresses(t *testing.T, path string) (found []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		s, err := strconv.Unquote(lit.Value)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range address.FindAllString(s, -1) {
			if u, err := url.Parse(a); err != nil || !nowhere.MatchString(u.Host) {
				found = append(found, a)
			}
		}
		return true
	})
	return found
}

// What the README says of Logto and Twilio leads to pages of the table too.
func TestReadmeLeadsToPagesOfTheTable(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range address.FindAllString(string(readme), -1) {
		u, err := url.Parse(a)
		if err != nil || nowhere.MatchString(u.Host) || !strings.HasSuffix(u.Host, ".twilio.com") && !strings.HasSuffix(u.Host, ".logto.io") {
			continue
		}
		if !slices.ContainsFunc(pages[:], func(r row) bool { return r.url == a || r.chinese == a }) {
			t.Errorf("%s is not in the table", a)
		}
	}
}
