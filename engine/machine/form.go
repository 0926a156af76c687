package machine

import (
	"maps"
	"slices"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// form is what a person may do with the record's fields at a node.
type form struct {
	of     *record.Type
	access map[string]record.Access
}

func formOf(g *flow.Graph, node string) form {
	return form{of: g.Type(), access: flow.FieldAccess(g, node)}
}

// admits refuses values for fields that may not be changed here. A field that is hidden is refused like one that does not
// exist.
func (f form) admits(set record.Values) error {
	refusal := errNotEditable
	for _, key := range slices.Sorted(maps.Keys(set)) {
		if a := f.access[key]; a != record.Edit && a != record.Required {
			refusal = refusal.With("set."+key, errNotEditable.Text)
		}
	}
	if len(refusal.Fields) > 0 {
		return refusal
	}
	return nil
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

// complete refuses when a field that must be filled in here is empty in the facts with set laid over them.
func (f form) complete(facts, set record.Values) error {
	refusal := errFieldRequired
	for i := range f.of.Fields {
		field := &f.of.Fields[i]
		if f.access[field.Key] != record.Required {
			continue
		}
		v, given := set[field.Key]
		if !given {
			v = facts[field.Key]
		}
		if record.Empty(v) {
			refusal = refusal.With("set."+field.Key, errFieldRequired.Text)
		}
	}
	if len(refusal.Fields) > 0 {
		return refusal
	}
	return nil
}
