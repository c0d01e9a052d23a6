package connector

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// TestVariables marks what is filled with [] and what is not with <>.
func TestVariables(t *testing.T) {
	tests := []struct {
		usage   UsageType
		content string
		want    string
	}{
		{Generic, "", ""},
		{Generic, "no variable", "no variable"},
		{Generic, "{{code}} and {{ code }}", "[{{code}}] and [{{ code }}]"},
		{Generic, "{{locale}} {{uiLocales}}", "[{{locale}}] [{{uiLocales}}]"},
		{Generic, "{{code}} {{name}} {{user.name}}", "[{{code}}] <{{name}}> <{{user.name}}>"},
		{Generic, "{{code.value}} {{locale.x}} {{.code}}", "<{{code.value}}> <{{locale.x}}> <{{.code}}>"},
		{Generic, "{{toString}}", "<{{toString}}>"},
		{Generic, "{code} is it", "<{code}> is it"},
		{Generic, "您的验证码是 ｛｛code｝｝。", "您的验证码是 <｛｛code｝｝>。"},
		{Generic, "{{Code}} or {{passcode}}", "<{{Code}}> or <{{passcode}}>"},
		{OrganizationInvitation, "{{link}} {code}", "[{{link}}] {code}"},
	}
	for _, tt := range tests {
		var b strings.Builder
		done := 0
		for _, v := range (Template{UsageType: tt.usage, Content: tt.content}).Variables() {
			brackets := "<>"
			if v.Filled {
				brackets = "[]"
			}
			b.WriteString(tt.content[done:v.Start] + brackets[:1] + tt.content[v.Start:v.End] + brackets[1:])
			done = v.End
		}
		b.WriteString(tt.content[done:])
		if b.String() != tt.want {
			t.Errorf("%s of %s: %s, want %s", tt.content, tt.usage, b.String(), tt.want)
		}
	}
}

// TestSegmentStarts finds the places in a text with variables.
func TestSegmentStarts(t *testing.T) {
	a := func(n int) string { return strings.Repeat("a", n) }
	tests := []struct {
		content string
		want    []int
	}{
		{"{{code}}", nil},
		{a(161), []int{153}},
		{a(100) + "{{code}}" + a(55), []int{155}},
		{a(100) + "{{code}}" + a(54), nil},
		{a(147) + "{{code}}" + a(20), []int{155}},
		{a(150) + "{{code}}" + a(20), []int{150}},
		{a(153) + "{{code}}" + a(20), []int{153}},
		{a(153) + "{{ code }}" + a(160), []int{153, 310}},
		{"{{code}}{{name}}" + a(160), []int{8 + 143}}, // {{name}} is sent as written, its braces as two each
		{strings.Repeat("{{code}}", 30), []int{25 * 8}},
		{"字{{code}}" + strings.Repeat("字", 65), []int{3 + 8 + 60*3}},
	}
	for _, tt := range tests {
		if got := (Template{UsageType: Generic, Content: tt.content}).SegmentStarts(SampleCode); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("SegmentStarts of %s = %v, want %v", tt.content, got, tt.want)
		}
	}
}

func ExampleTemplate_Variables() {
	for _, v := range (Template{UsageType: Generic, Content: "{{code}} for {{name}}"}).Variables() {
		fmt.Println(v.Start, v.End, v.Filled)
	}
	// Output:
	// 0 8 true
	// 13 21 false
}
