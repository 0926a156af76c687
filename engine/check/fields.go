package check

import (
	"maps"
	"slices"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// fields wants field rights to be about fields that exist, and what must be filled in to be seen.
func (c *checker) fields() {
	if c.typ == nil {
		return
	}
	for i := range c.d.Nodes {
		n := &c.d.Nodes[i]
		path := "action.fields."
		if n.Kind == flow.KindStart {
			path = "form.fields."
		}
		given := n.Fields()
		for _, key := range slices.Sorted(maps.Keys(given)) {
			f, known := c.typ.Field(key)
			if !known {
				c.unknownField(at{node: n.ID, path: path + key}, c.typ, key)
				continue
			}
			if n.Kind == flow.KindStart && f.Required && given[key] == record.Hidden {
				c.warn("required_field_hidden", at{node: n.ID, path: path + key},
					fill(text.T("字段“{field}”必填，在提交表单里却看不见。", "Field {field} must always be filled in, and is hidden in the form."), "field", fieldName(f)),
					text.T("让提交人能看见并填写它。", "Let the submitter see it and fill it in."))
			}
		}
	}
}
