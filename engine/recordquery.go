package engine

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"flowline/engine/record"
	"flowline/engine/text"
)

// maxSearch is how long a search may be.
const maxSearch = 200

// systemColumns are the columns of every record that a list may sort and filter by.
var systemColumns = []string{"number", "owner", "created_at", "updated_at"}

// query reads what was asked as a query over t. Faults: invalid, with each wrong place.
func (asked RecordsAsked) query(t *record.Type) (RecordQuery, error) {
	w := wrongs{}
	q := RecordQuery{Type: t.Key, Search: asked.Search, Sort: asked.Sort, Offset: asked.Offset, Limit: asked.Limit}
	if !utf8.ValidString(asked.Search) || utf8.RuneCountInString(asked.Search) > maxSearch {
		w.say("search", text.T("搜索内容太长，请缩短。", "The search is too long; shorten it."))
	}
	if key := strings.TrimPrefix(asked.Sort, "-"); key != "" && !isColumn(t, key) {
		w.say("sort", noField(key))
	}
	for i, f := range asked.Filters {
		at := "filter[" + strconv.Itoa(i) + "]"
		if !isColumn(t, f.Field) {
			w.say(at, noField(f.Field))
			continue
		}
		if !slices.Contains(operators, f.Op) {
			w.say(at, text.T("没有比较方式“{op}”。", "There is no operator {op}.").Fill("op", string(f.Op)))
			continue
		}
		value, ok := readFilter(t, f)
		if !ok {
			w.say(at, text.T("“{value}”不适合字段“{field}”。", "{value} does not suit field {field}.").Fill("value", f.Value, "field", f.Field))
			continue
		}
		q.Filters = append(q.Filters, Filter{Field: f.Field, Op: f.Op, Value: value})
	}
	return q, w.err()
}

var operators = []Operator{Equal, NotEqual, Less, AtMost, More, AtLeast, Contains, OneOf, IsEmpty}

func noField(key string) text.Text {
	return text.T("没有字段“{key}”。", "There is no field {key}.").Fill("key", key)
}

func isColumn(t *record.Type, key string) bool {
	f, ok := t.Field(key)
	return (ok && f.Type != record.Rows) || slices.Contains(systemColumns, key)
}

// readFilter reads a filter's text as its field's type.
func readFilter(t *record.Type, f FilterAsked) (any, bool) {
	switch f.Op {
	case IsEmpty:
		return f.Value != "false", true
	case Contains:
		return f.Value, true
	case OneOf:
		parts := strings.Split(f.Value, ",")
		values := make([]any, len(parts))
		for i, p := range parts {
			v, ok := readValue(t, f.Field, p)
			if !ok {
				return nil, false
			}
			values[i] = v
		}
		return values, true
	}
	return readValue(t, f.Field, f.Value)
}

func readValue(t *record.Type, key, s string) (any, bool) {
	f, ok := t.Field(key)
	if !ok {
		if key == "created_at" || key == "updated_at" {
			return readTime(s)
		}
		return s, true
	}
	switch f.Type {
	case record.Boolean:
		b, err := strconv.ParseBool(s)
		return b, err == nil
	case record.MultiChoice, record.File:
		return s, true
	}
	v, err := t.Parse(map[string]any{key: s})
	return v[key], err == nil
}

// readTime reads a moment, or a day as its first moment in UTC.
func readTime(s string) (any, bool) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.UTC(), true
	}
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}
