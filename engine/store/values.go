package store

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// document makes the text that is kept of a value: JSON, written once where it stays.
func document(v any) (string, error) {
	var b strings.Builder
	if err := json.NewEncoder(&b).Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// bind makes the value to bind for a canonical value of a field with a column. Empty values are NULL.
func bind(d dialect, f *record.Field, v any) (any, error) {
	if record.Empty(v) {
		return nil, nil
	}
	switch f.Type {
	case record.Number, record.Money:
		exact, ok := record.Decimal(v)
		if !ok {
			return nil, badValue(f)
		}
		n, ok := d.number(exact, f.Places())
		if !ok {
			return nil, tooBig(f)
		}
		return n, nil
	case record.Boolean:
		if b, ok := v.(bool); ok {
			return b, nil
		}
	case record.Date:
		if day, ok := v.(record.Day); ok {
			return string(day), nil
		}
	case record.DateTime:
		if t, ok := v.(time.Time); ok {
			return at(t), nil
		}
	case record.MultiChoice, record.File:
		if items, ok := v.([]string); ok {
			doc, err := json.Marshal(items)
			return string(doc), err
		}
	default:
		if s, ok := v.(string); ok {
			return s, nil
		}
	}
	return nil, badValue(f)
}

// value reads back what a driver gives for a field's column; nil for NULL.
func value(d dialect, f *record.Field, raw any) (any, error) {
	if raw == nil {
		return nil, nil
	}
	switch f.Type {
	case record.Number, record.Money:
		return d.exact(raw, f.Places())
	case record.Boolean:
		return boolOf(raw)
	case record.Date:
		if t, ok := raw.(time.Time); ok {
			return record.Day(t.Format(time.DateOnly)), nil
		}
		s, err := textOf(raw)
		return record.Day(s), err
	case record.DateTime:
		if t, ok := raw.(time.Time); ok {
			return t.UTC(), nil
		}
		return nil, fmt.Errorf("a %T in a column of times", raw)
	case record.MultiChoice, record.File:
		s, err := textOf(raw)
		if err != nil {
			return nil, err
		}
		var items []string
		return items, json.Unmarshal([]byte(s), &items)
	}
	return textOf(raw)
}

func boolOf(raw any) (bool, error) {
	switch v := raw.(type) {
	case bool:
		return v, nil
	case int64:
		return v != 0, nil
	case []byte:
		n, err := strconv.Atoi(string(v))
		return n != 0, err
	}
	return false, fmt.Errorf("a %T in a column of booleans", raw)
}

// values reads the columns of fields, which follow the fixed ones of into.
func values(d dialect, scan scanner, fields []*record.Field, into ...any) (record.Values, error) {
	raw := make([]any, len(fields))
	for i := range raw {
		into = append(into, &raw[i])
	}
	if err := scan(into...); err != nil {
		return nil, err
	}
	v := make(record.Values, len(fields))
	for i, f := range fields {
		x, err := value(d, f, raw[i])
		if err != nil {
			return nil, fmt.Errorf("field %s: %w", f.Key, err)
		}
		if x != nil {
			v[f.Key] = x
		}
	}
	return v, nil
}

func badValue(f *record.Field) error {
	words := text.T("这个值不适合该字段。", "This value does not suit the field.")
	return fault.New(fault.Invalid, "bad_values", words).With(f.Key, words)
}

func tooBig(f *record.Field) error {
	words := text.T("数字太大，或小数位数太多，存不下。", "The number is too big, or has too many decimals, to be kept exactly.")
	return fault.New(fault.Invalid, "bad_values", words).With(f.Key, words)
}
