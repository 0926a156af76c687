package record

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// Empty reports whether a value counts as not filled in: nil, no text, no rows.
func Empty(v any) bool {
	switch x := v.(type) {
	case nil:
		return true
	case string:
		return x == ""
	case Day:
		return x == ""
	case []string:
		return len(x) == 0
	case []Values:
		return len(x) == 0
	}
	return false
}

// Clone copies v deeply: changing the copy never changes v.
func (v Values) Clone() Values {
	if v == nil {
		return nil
	}
	c := make(Values, len(v))
	for key, value := range v {
		c[key] = cloneValue(value)
	}
	return c
}

func cloneValue(v any) any {
	switch x := v.(type) {
	case Values:
		return x.Clone()
	case []Values:
		rows := make([]Values, len(x))
		for i := range x {
			rows[i] = x[i].Clone()
		}
		return rows
	case []string:
		return slices.Clone(x)
	case map[string]any:
		return map[string]any(Values(x).Clone())
	case []any:
		items := make([]any, len(x))
		for i := range x {
			items[i] = cloneValue(x[i])
		}
		return items
	}
	return v
}

// Equal reports whether a and b say the same: empty values are equal to absent ones, and 12.5 to 12.50.
func Equal(a, b Values) bool {
	for key := range a {
		if !EqualValue(a[key], b[key]) {
			return false
		}
	}
	for key := range b {
		if _, seen := a[key]; !seen && !Empty(b[key]) {
			return false
		}
	}
	return true
}

// EqualValue is Equal for one canonical value.
func EqualValue(a, b any) bool {
	if Empty(a) || Empty(b) {
		return Empty(a) && Empty(b)
	}
	switch x := a.(type) {
	case decimal.Decimal:
		y, ok := b.(decimal.Decimal)
		return ok && x.Equal(y)
	case time.Time:
		y, ok := b.(time.Time)
		return ok && x.Equal(y)
	case Values:
		y, ok := b.(Values)
		return ok && Equal(x, y)
	case []Values:
		y, ok := b.([]Values)
		return ok && slices.EqualFunc(x, y, Equal)
	case []string:
		y, ok := b.([]string)
		return ok && slices.Equal(x, y)
	}
	return reflect.DeepEqual(a, b)
}

// MarshalJSON writes the keys in order and numbers as strings with all their places, such as "12.50".
func (v Values) MarshalJSON() ([]byte, error) {
	if v == nil {
		return []byte("null"), nil
	}
	var b bytes.Buffer
	b.WriteByte('{')
	for i, key := range slices.Sorted(maps.Keys(v)) {
		if i > 0 {
			b.WriteByte(',')
		}
		value := v[key]
		if d, ok := value.(decimal.Decimal); ok {
			value = d.StringFixed(max(0, -d.Exponent()))
		}
		k, err := json.Marshal(key)
		if err != nil {
			return nil, err
		}
		x, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		b.Write(k)
		b.WriteByte(':')
		b.Write(x)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Title is the name of a record: the value of its type's title field, "" when that is empty.
func Title(t *Type, v Values) string {
	s, _ := v[t.Title].(string)
	return s
}
