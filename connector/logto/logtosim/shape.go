package logtosim

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// shape judges a value as zod does and returns what is left of it: of an object only
// the keys that are known.
type shape func(v any, path ...any) (any, []issue)

// field is a member of an object.
type field struct {
	key      string
	shape    shape
	optional bool
}

// anything is a shape that takes every value.
func anything(v any, _ ...any) (any, []issue) { return v, nil }

// of takes the values of a type.
func of(kind string) shape {
	return func(v any, path ...any) (any, []issue) {
		if kindOf(v) != kind {
			return nil, []issue{wrongType(v, kind, path...)}
		}
		return v, nil
	}
}

// orNull takes null too.
func orNull(s shape) shape {
	return func(v any, path ...any) (any, []issue) {
		if v == nil {
			return nil, nil
		}
		return s(v, path...)
	}
}

// oneOf takes some texts alone.
func oneOf(options ...string) shape {
	expected := "'" + strings.Join(options, "' | '") + "'"
	return func(v any, path ...any) (any, []issue) {
		text, ok := v.(string)
		switch {
		case !ok:
			return nil, []issue{wrongType(v, expected, path...)}
		case !slices.Contains(options, text):
			return nil, []issue{{
				Code: "invalid_enum_value", Received: text, Options: options, Path: path,
				Message: "Invalid enum value. Expected " + expected + ", received '" + text + "'",
			}}
		}
		return v, nil
	}
}

// integer takes the whole numbers of a range.
func integer(low, high int) shape {
	return func(v any, path ...any) (any, []issue) {
		n, ok := v.(json.Number)
		if !ok {
			return nil, []issue{wrongType(v, "number", path...)}
		}
		f, _ := strconv.ParseFloat(string(n), 64) // an infinity comes with an error
		var issues []issue
		if float64(int(f)) != f {
			issues = append(issues, issue{
				Code: "invalid_type", Expected: "integer", Received: "float", Path: path, Message: "Expected integer, received float",
			})
		}
		switch {
		case f < float64(low):
			issues = append(issues, outOfRange("too_small", "greater", low, path))
		case f > float64(high):
			issues = append(issues, outOfRange("too_big", "less", high, path))
		}
		return v, issues
	}
}

// outOfRange is zod's complaint about a number on the wrong side of a limit.
func outOfRange(code, side string, limit int, path []any) issue {
	i := issue{
		Code: code, Type: "number", Inclusive: new(true), Exact: new(false), Path: path,
		Message: "Number must be " + side + " than or equal to " + strconv.Itoa(limit),
	}
	if code == "too_big" {
		i.Maximum = &limit
	} else {
		i.Minimum = &limit
	}
	return i
}

// listOf takes arrays of a shape.
func listOf(s shape) shape {
	return func(v any, path ...any) (any, []issue) {
		list, ok := v.([]any)
		if !ok {
			return nil, []issue{wrongType(v, "array", path...)}
		}
		left, all := []any{}, []issue(nil)
		for i, item := range list {
			item, issues := s(item, append(slices.Clone(path), i)...)
			left, all = append(left, item), append(all, issues...)
		}
		return left, all
	}
}

// objectOf takes objects with some members; others are dropped without a word.
func objectOf(fields ...field) shape {
	return func(v any, path ...any) (any, []issue) {
		members, ok := v.(map[string]any)
		if !ok {
			return nil, []issue{wrongType(v, "object", path...)}
		}
		left, all := map[string]any{}, []issue(nil)
		for _, f := range fields {
			m := member(members, f.key)
			if _, missing := m.(undefined); missing && f.optional {
				continue
			}
			value, issues := f.shape(m, append(slices.Clone(path), f.key)...)
			left[f.key], all = value, append(all, issues...)
		}
		return left, all
	}
}

// needed are members that have to be there, all of one shape.
func needed(s shape, keys ...string) []field {
	var list []field
	for _, key := range keys {
		list = append(list, field{key, s, false})
	}
	return list
}

// allowed are members that may be there, all of one shape.
func allowed(s shape, keys ...string) []field {
	var list []field
	for _, key := range keys {
		list = append(list, field{key, s, true})
	}
	return list
}
