package connector

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// compiled is our schema as an independent validator reads it, and its text.
func compiled(t *testing.T) (*jsonschema.Schema, any) {
	t.Helper()
	text, err := json.Marshal(Schema(func(part string) string { return "about " + part }))
	if err != nil {
		t.Fatal(err)
	}
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("configuration.json", tree); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("configuration.json")
	if err != nil {
		t.Fatal(err)
	}
	return s, tree
}

func TestSchemaIsValidByItsMetaschema(t *testing.T) {
	_, tree := compiled(t)
	meta, err := jsonschema.NewCompiler().Compile(SchemaDialect)
	if err != nil {
		t.Fatal(err)
	}
	if err := meta.Validate(tree); err != nil {
		t.Error(err)
	}
}

// TestSchemaEqualsGuard holds the schema against the guard of the latest release.
// What a schema cannot say is left out: a text that is no JSON, has a byte order
// mark or is past our limits, and a configuration within another document.
func TestSchemaEqualsGuard(t *testing.T) {
	schema, _ := compiled(t)
	maker := configMaker{rand.New(rand.NewPCG(conformanceSeed(t), 1)), true}
	tally := make(map[bool]int)
	for i := range guardTexts {
		text := maker.text()
		if i == 0 {
			text = string(NewDocument(Config{Templates: templatesOf(Portable)}).Bytes())
		}
		d := Decode([]byte(text))
		if !d.readable() || d.Wrapped {
			continue
		}
		tree, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(text)))
		if err != nil {
			t.Errorf("text %d is no JSON for the validator: %v\n%s", i, err, text)
			continue
		}
		want := Latest().Accepts(d)
		tally[want]++
		if err := schema.Validate(tree); (err == nil) != want {
			t.Errorf("text %d: the guard accepts it: %t, the schema says %v:\n%s", i, want, err, text)
		}
	}
	t.Logf("accepted, refused: %d, %d", tally[true], tally[false])
	for _, verdict := range []bool{true, false} {
		if tally[verdict] < guardTexts/20 {
			t.Errorf("only %d of %d texts are accepted=%t: the generator proves little", tally[verdict], guardTexts, verdict)
		}
	}
}

// TestSchemaAndGuardOnExamples names the differences that matter one by one.
func TestSchemaAndGuardOnExamples(t *testing.T) {
	schema, _ := compiled(t)
	const four = `{"usageType":"Register","content":""},{"usageType":"SignIn","content":""},` +
		`{"usageType":"ForgotPassword","content":""},{"usageType":"Generic","content":""}`
	config := func(more, templates string) string {
		return `{"accountSID":"","authToken":"","fromMessagingServiceSID":"",` + more + `"templates":[` + templates + `]}`
	}
	for text, want := range map[string]bool{
		config("", four):                                       true,
		config(`"$schema":5,"x":null,`, four):                  true,
		config(`"disableRiskCheck":true,`, four):               true,
		config(`"disableRiskCheck":null,`, four):               false,
		config(`"host":"api.DUBLIN.ie1.twilio.com",`, four):    true,
		config(`"host":"",`, four):                             false,
		config(`"host":null,`, four):                           false,
		config(`"host":"https://api.twilio.com",`, four):       false,
		config(`"accountsid":1,`, four):                        true,
		config(`"authToken":1,`, four):                         false, // the last of equal keys
		config(`"authToken":1,"authToken":"",`, four):          true,
		config("", four+`,{"usageType":"Other","content":""}`): true,
		config("", four+`,{"usageType":"Test"}`):               false,
		config("", four+`,{"content":"","usageType":null}`):    false,
		config("", four+`,"Test"`):                             false,
		config("", `{"usageType":"Register","content":""}`):    false,
		config("", ""): false,
		`[]`:           false, `null`: false, `{}`: false,
	} {
		if got := Latest().Accepts(Decode([]byte(text))); got != want {
			t.Errorf("the guard says %t of %s", got, text)
		}
		tree, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(tree); (err == nil) != want {
			t.Errorf("the schema says %v of %s", err, text)
		}
	}
}

// Every part has a description of its own.
func TestSchemaDescribes(t *testing.T) {
	asked := map[string]int{}
	Schema(func(part string) string { asked[part]++; return part })
	for _, part := range append([]string{"", "$schema", "content", "usageType"}, configKeys...) {
		if asked[part] != 1 {
			t.Errorf("%q was asked for %d times", part, asked[part])
		}
	}
	for _, u := range UsageTypes() {
		if asked[string(u)] != 1 {
			t.Errorf("%s was asked for %d times", u, asked[string(u)])
		}
	}
}
