package rule

import (
	"fmt"
	"reflect"
	"strconv"
	"time"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"

	"flowline/engine/record"
)

// object is a record, a linked record or a detail row as CEL sees it. It notes every field that is read.
type object struct {
	shape  *shape
	values record.Values
	id     string
	path   string
	reads  *reads
}

// reads are the field values that an evaluation looked at.
type reads struct {
	values record.Values
	whole  map[string]any // links and lists of rows: told only if nothing within them was read
}

func (r *reads) note(path string, value any) { r.values[path] = value }

func (r *reads) noteWhole(path string, value any) {
	if r.whole == nil {
		r.whole = map[string]any{}
	}
	r.whole[path] = value
}

// Get reads a field.
func (o *object) Get(key ref.Val) ref.Val {
	name, ok := key.(types.String)
	if !ok {
		return types.MaybeNoSuchOverloadErr(key)
	}
	m, known := o.shape.members[string(name)]
	if !known {
		return types.NewErr("no such field: %s", string(name))
	}
	path := o.path + "." + string(name)
	if o.values == nil {
		if name == "id" {
			o.reads.note(path, o.id)
			return types.String(o.id)
		}
		return types.NewErr("%s is not at hand", path)
	}
	return o.value(m, path, o.values[string(name)])
}

// IsSet answers has().
func (o *object) IsSet(key ref.Val) ref.Val {
	v := o.Get(key)
	if types.IsError(v) {
		return v
	}
	if l, ok := v.(traits.Lister); ok {
		return types.Bool(l.Size() != types.IntZero)
	}
	return types.Bool(v != types.NullValue)
}

// value makes CEL's value of a field. It takes the canonical forms of record.FieldType and what those become on a way
// through JSON.
func (o *object) value(m member, path string, raw any) ref.Val {
	switch m.field.Type {
	case record.Rows:
		return o.rows(m, path, raw)
	case record.MultiChoice, record.File:
		items, ok := texts(raw)
		if !ok {
			return unreadable(path)
		}
		o.reads.note(path, items)
		return types.NewStringList(types.DefaultTypeAdapter, items)
	}
	if record.Empty(raw) {
		o.reads.note(path, nil)
		return types.NullValue
	}
	if m.linked != nil {
		return o.link(m, path, raw)
	}
	v, plain := scalar(m.field, raw)
	if v == nil {
		return unreadable(path)
	}
	o.reads.note(path, plain)
	return v
}

func (o *object) link(m member, path string, raw any) ref.Val {
	linked := &object{shape: m.linked, path: path, reads: o.reads}
	switch v := raw.(type) {
	case record.Values:
		linked.values = v
	case map[string]any:
		linked.values = v
	case string:
		linked.id = v
	default:
		return unreadable(path)
	}
	if linked.values != nil {
		linked.id, _ = linked.values["id"].(string)
	}
	o.reads.noteWhole(path, linked.id)
	return linked
}

func (o *object) rows(m member, path string, raw any) ref.Val {
	var rows []record.Values
	switch v := raw.(type) {
	case nil:
	case []record.Values:
		rows = v
	case []any:
		for _, item := range v {
			row, ok := item.(map[string]any)
			if !ok {
				return unreadable(path)
			}
			rows = append(rows, row)
		}
	default:
		return unreadable(path)
	}
	o.reads.noteWhole(path, rows)
	items := make([]ref.Val, len(rows))
	for i, row := range rows {
		if row == nil {
			row = record.Values{}
		}
		items[i] = &object{shape: m.row, values: row, path: path + "[" + strconv.Itoa(i) + "]", reads: o.reads}
	}
	return types.NewRefValList(types.DefaultTypeAdapter, items)
}

// scalar makes CEL's value of a field that holds one thing, and the canonical Go value; nil when raw is no such thing.
func scalar(f *record.Field, raw any) (ref.Val, any) {
	switch f.Type {
	case record.Number, record.Money:
		if d, ok := record.Decimal(raw); ok {
			return number{d}, d
		}
	case record.Boolean:
		if b, ok := raw.(bool); ok {
			return types.Bool(b), b
		}
	case record.Date:
		s, ok := raw.(string)
		if d, isDay := raw.(record.Day); isDay {
			s, ok = string(d), true
		}
		if t, err := time.Parse(time.DateOnly, s); ok && err == nil {
			return types.Timestamp{Time: t}, record.Day(s)
		}
	case record.DateTime:
		t, ok := raw.(time.Time)
		if s, isText := raw.(string); isText {
			parsed, err := time.Parse(time.RFC3339Nano, s)
			t, ok = parsed, err == nil
		}
		if ok {
			return types.Timestamp{Time: t.UTC()}, t.UTC()
		}
	default:
		if s, ok := raw.(string); ok {
			return types.String(s), s
		}
	}
	return nil, nil
}

func texts(raw any) ([]string, bool) {
	switch v := raw.(type) {
	case nil:
		return nil, true
	case []string:
		return v, true
	case []any:
		items := make([]string, len(v))
		for i := range v {
			s, ok := v[i].(string)
			if !ok {
				return nil, false
			}
			items[i] = s
		}
		return items, true
	}
	return nil, false
}

func unreadable(path string) ref.Val { return types.NewErr("%s holds a value of another type", path) }

// Equal compares records by id, detail rows by their values.
func (o *object) Equal(other ref.Val) ref.Val {
	p, ok := other.(*object)
	if !ok || p.shape != o.shape {
		return types.False
	}
	if o.id != "" || p.id != "" {
		return types.Bool(o.id == p.id)
	}
	return types.Bool(record.Equal(o.values, p.values))
}

// Type is the shape's.
func (o *object) Type() ref.Type { return o.shape.celType }

// Value is the object itself: CEL has no use for another.
func (o *object) Value() any { return o }

// ConvertToNative is not offered.
func (o *object) ConvertToNative(want reflect.Type) (any, error) {
	return nil, fmt.Errorf("a record cannot become %v", want)
}

// ConvertToType is not offered.
func (o *object) ConvertToType(want ref.Type) ref.Val {
	return types.NewErr("a record cannot become %s", want.TypeName())
}
