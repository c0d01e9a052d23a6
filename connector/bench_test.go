package connector

import (
	"encoding/json"
	"strings"
	"testing"
)

// benchmarkTexts are a file as people have it, and one as large as Decode reads.
func benchmarkTexts() map[string][]byte {
	c := good()
	small := NewDocument(c).Bytes()
	c.Templates = append(c.Templates, Template{UsageType: "Large", Content: strings.Repeat("{{code}} is the code. 验证码。", 30_000)})
	return map[string][]byte{"1KB": small, "1MiB": NewDocument(c).Bytes()}
}

func BenchmarkDecode(b *testing.B) {
	for name, text := range benchmarkTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Decode(text)
			}
		})
		b.Run(name+"/encoding-json", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				var v any
				if err := json.Unmarshal(text, &v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkProblems(b *testing.B) {
	for name, text := range benchmarkTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Decode(text).Problems()
			}
		})
	}
}

func BenchmarkWith(b *testing.B) {
	for name, text := range benchmarkTexts() {
		b.Run(name, func(b *testing.B) {
			d := Decode(text)
			c := d.Config()
			c.AuthToken = "new"
			b.ReportAllocs()
			for b.Loop() {
				d.With(c)
			}
		})
	}
}
