package store

import (
	"strings"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// comparisons are the operators that compare with one value.
var comparisons = map[engine.Operator]string{
	engine.Equal: "=", engine.NotEqual: "<>", engine.Less: "<", engine.AtMost: "<=", engine.More: ">", engine.AtLeast: ">=",
}

// filter adds one condition to where. A comparison with an empty field does not hold, except that it is not equal.
func (s *Store) filter(where *conditions, field *record.Field, f engine.Filter) error {
	column := quote(field.Key)
	listed := field.Type == record.MultiChoice || field.Type == record.File
	switch {
	case field.Type == record.Rows:
		return badFilter(f)
	case f.Op == engine.IsEmpty:
		where.add(emptiness(column, isSystem(field) && field.Type != record.DateTime, f.Value))
		return nil
	case f.Op == engine.Contains && listed:
		item, ok := f.Value.(string)
		if !ok {
			return badFilter(f)
		}
		where.add(column+" LIKE ? ESCAPE '!'", `%"`+escaped(item)+`"%`)
		return nil
	case f.Op == engine.Contains:
		words, ok := f.Value.(string)
		if !ok || (field.Type != record.Text && field.Type != record.LongText) {
			return badFilter(f)
		}
		where.add(s.dialect.contains(column), "%"+escaped(words)+"%")
		return nil
	case listed:
		return badFilter(f)
	case f.Op == engine.OneOf:
		values, err := s.bindAll(field, f)
		if err != nil {
			return err
		}
		where.oneOf(column, values)
		return nil
	}
	sign, ok := comparisons[f.Op]
	if !ok {
		return badFilter(f)
	}
	v, err := s.bindFilter(field, f, f.Value)
	if err != nil {
		return err
	}
	if f.Op == engine.NotEqual {
		where.add("("+column+" <> ? OR "+column+" IS NULL)", v)
		return nil
	}
	where.add(column+" "+sign+" ?", v)
	return nil
}

// emptiness is the condition of IsEmpty; the value false turns it round.
func emptiness(column string, neverNull bool, v any) string {
	filled := v == false || v == "false"
	switch {
	case neverNull && filled:
		return column + " <> ''"
	case neverNull:
		return column + " = ''"
	case filled:
		return column + " IS NOT NULL"
	}
	return column + " IS NULL"
}

func isSystem(f *record.Field) bool {
	for i := range systemFields {
		if f == &systemFields[i] {
			return true
		}
	}
	return false
}

func (s *Store) bindAll(field *record.Field, f engine.Filter) ([]any, error) {
	var given []any
	switch v := f.Value.(type) {
	case []any:
		given = v
	case []string:
		given = anys(v)
	case string:
		given = anys(strings.Split(v, ","))
	}
	if len(given) == 0 || len(given) > 1000 {
		return nil, badFilter(f)
	}
	all := make([]any, len(given))
	for i, one := range given {
		v, err := s.bindFilter(field, f, one)
		if err != nil {
			return nil, err
		}
		all[i] = v
	}
	return all, nil
}

// bindFilter makes the value to compare with. It is read as the field's values are, and from text too: filters come out
// of addresses.
func (s *Store) bindFilter(field *record.Field, f engine.Filter, given any) (any, error) {
	switch text, isText := given.(string); {
	case isText && field.Type == record.Boolean:
		given = text == "true"
	case isText && field.Type == record.DateTime:
		if day, err := time.Parse(time.DateOnly, text); err == nil {
			given = day
		}
	}
	one := record.Type{Fields: []record.Field{*field}}
	v, err := one.Parse(map[string]any{field.Key: given})
	if err != nil {
		return nil, fault.Wrap(err, "filter by %s", field.Key)
	}
	if record.Empty(v[field.Key]) {
		return nil, badFilter(f)
	}
	return bind(s.dialect, field, v[field.Key])
}

func badFilter(f engine.Filter) error {
	words := text.T("筛选条件“{field} {op}”不适用于该字段。", "The filter {field} {op} does not suit that field.").Fill("field", f.Field, "op", string(f.Op))
	return fault.New(fault.Invalid, "bad_filter", words).With("filter", words)
}
