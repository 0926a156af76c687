package machine

import (
	"fmt"
	"maps"
	"slices"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// form is what a person may do with the record's fields at a node.
type form struct {
	of     *record.Type
	access record.Rights
}

func formOf(g *flow.Graph, node string) form {
	return form{of: g.Type(), access: flow.FieldAccess(g, node)}
}

// admits refuses values for fields that may not be changed here. A field that is hidden is refused like one that does not
// exist. Of detail rows of which only a part may be changed it looks no further; see within.
func (f form) admits(set record.Values) error {
	refusal := errNotEditable
	for _, key := range slices.Sorted(maps.Keys(set)) {
		if field, known := f.of.Field(key); !known || !f.access.Change(field) {
			refusal = refusal.With("set."+key, errNotEditable.Text)
		}
	}
	if len(refusal.Fields) > 0 {
		return refusal
	}
	return nil
}

// within refuses detail rows that differ from those in the facts in more than may be changed here.
func (f form) within(facts, set record.Values) error {
	refusal := errNotEditable
	for i := range f.of.Fields {
		field := &f.of.Fields[i]
		v, given := set[field.Key]
		if !given || !f.access.Restrict(field) {
			continue
		}
		before, _ := facts[field.Key].([]record.Values)
		rows, _ := v.([]record.Values)
		if !f.keeps(field, before, rows) {
			refusal = refusal.With("set."+field.Key, errNotEditable.Text)
		}
	}
	if len(refusal.Fields) > 0 {
		return refusal
	}
	return nil
}

// keeps reports whether rows keep what may not be changed of those before. Where rows may be added, removed and moved,
// what stood in a row still stands in one, and new ones hold nothing there.
func (f form) keeps(field *record.Field, before, rows []record.Values) bool {
	kept := func(row record.Values) record.Values {
		out := record.Values{}
		for _, c := range field.Columns {
			if v := row[c.Key]; !f.access.Column(field, c.Key).Changes() && !record.Empty(v) {
				out[c.Key] = v
			}
		}
		return out
	}
	if !f.access[field.Key].Changes() {
		return slices.EqualFunc(before, rows, func(a, b record.Values) bool { return record.Equal(kept(a), kept(b)) })
	}
	left := make([]record.Values, len(before))
	for i := range before {
		left[i] = kept(before[i])
	}
	for _, row := range rows {
		own := kept(row)
		if len(own) == 0 {
			continue
		}
		at := slices.IndexFunc(left, func(was record.Values) bool { return record.Equal(was, own) })
		if at < 0 {
			return false
		}
		left = slices.Delete(left, at, at+1)
	}
	return true
}

// requires reports whether any field must be filled in here.
func (f form) requires() bool {
	for _, a := range f.access {
		if a == record.Required {
			return true
		}
	}
	return false
}

// complete refuses when a field that must be filled in here, or a column in some row, is empty in the facts with set laid
// over them.
func (f form) complete(facts, set record.Values) error {
	refusal := errFieldRequired
	for i := range f.of.Fields {
		field := &f.of.Fields[i]
		v, given := set[field.Key]
		if !given {
			v = facts[field.Key]
		}
		if f.access[field.Key] == record.Required && record.Empty(v) {
			refusal = refusal.With("set."+field.Key, errFieldRequired.Text)
		}
		rows, _ := v.([]record.Values)
		for n, row := range rows {
			for _, c := range field.Columns {
				if f.access.Column(field, c.Key) == record.Required && record.Empty(row[c.Key]) {
					refusal = refusal.With(fmt.Sprintf("set.%s[%d].%s", field.Key, n, c.Key), errFieldRequired.Text)
				}
			}
		}
	}
	if len(refusal.Fields) > 0 {
		return refusal
	}
	return nil
}
