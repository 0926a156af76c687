package check

import (
	"strconv"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// updates want a record to write to, and values that its fields can hold.
func (c *checker) updates() {
	if c.typ == nil {
		return
	}
	c.each(flow.KindStep, func(n *flow.Node) {
		if n.Action == nil || n.Action.Update == nil {
			return
		}
		u := n.Action.Update
		into := c.typ
		if u.Target != "" {
			if into = c.linkTarget(at{node: n.ID, path: "action.target"}, u.Target); into == nil {
				return
			}
		}
		if len(u.Set) == 0 {
			c.error("update_of_nothing", at{node: n.ID, path: "action.set"},
				named(text.T("“{name}”没有写明更新哪些字段。", "{name} does not say which fields it changes."), n),
				text.T("至少写一个字段和它的新值。", "Name at least one field and its new value."))
		}
		c.assigns(at{node: n.ID, path: "action.set"}, u.Set, rule.Scope{Type: c.typ, Types: c.types}, into)
	})
}

// linkTarget finds the type of the record that a link field leads to.
func (c *checker) linkTarget(where at, link string) *record.Type {
	f, known := c.typ.Field(link)
	if !known {
		c.unknownField(where, c.typ, link)
		return nil
	}
	into, known := c.types.RecordType(f.Target)
	if f.Type != record.Link || !known {
		c.error("not_a_link", where,
			fill(text.T("字段“{field}”不是链接，没有它指向的记录。", "Field {field} is no link, so there is no record behind it."), "field", fieldName(f)),
			text.T("选择一个链接字段，或用本记录。", "Choose a link field, or take the record itself."))
		return nil
	}
	return into
}

// assigns checks a list of new values for fields of type into; their rules see in.
func (c *checker) assigns(where at, set []flow.Assign, in rule.Scope, into *record.Type) {
	seen := map[string]bool{}
	for i, a := range set {
		here := where
		here.path += "[" + strconv.Itoa(i) + "]"
		f, known := into.Field(a.Field)
		if !known {
			field := here
			field.path += ".field"
			c.unknownField(field, into, a.Field)
			continue
		}
		if seen[a.Field] {
			c.error("field_set_twice", here,
				fill(text.T("字段“{field}”写了两次。", "Field {field} is set twice."), "field", fieldName(f)),
				text.T("只留一处。", "Keep one of them."))
		}
		seen[a.Field] = true
		c.assign(here, a, f, in, into)
	}
}

func (c *checker) assign(where at, a flow.Assign, f *record.Field, in rule.Scope, into *record.Type) {
	switch {
	case a.From != "" && a.Value != nil:
		c.error("wrong_value", where,
			fill(text.T("字段“{field}”既有固定值又有来源。", "Field {field} has a fixed value and a source as well."), "field", fieldName(f)),
			text.T("只留一种。", "Keep one of them."))
	case a.From != "":
		where.path += ".from"
		if p := c.compile(where, a.From, in, rule.Value); p != nil && !p.Fits(f) {
			c.error("wrong_value", where,
				fill(text.T("“{from}”的结果放不进字段“{field}”。", "What {from} gives does not fit into field {field}."), "field", fieldName(f)).Fill("from", a.From),
				text.T("选择同类型的来源。", "Choose a source of the same type."))
		}
	case a.Value == nil:
		if f.Required {
			c.error("wrong_value", where,
				fill(text.T("字段“{field}”必填，不能清空。", "Field {field} must always be filled in, and cannot be cleared."), "field", fieldName(f)),
				text.T("写一个值或来源。", "Give it a value or a source."))
		}
	default:
		why, wrong := c.unfit(into, f, a.Value)
		if !wrong {
			return
		}
		where.path += ".value"
		c.error("wrong_value", where,
			fill(fill(text.T("字段“{field}”的值不对：{why}", "The value for field {field} is wrong: {why}"), "field", fieldName(f)), "why", why),
			text.T("改正这个值。", "Correct the value."))
	}
}

// unfit answers why a fixed value cannot be a field's.
func (c *checker) unfit(into *record.Type, f *record.Field, value any) (text.Text, bool) {
	_, err := into.Parse(map[string]any{f.Key: value})
	if err == nil {
		line, _ := value.(string)
		words, tagged := text.Tagged(line)
		return words, tagged && f.Type == record.Text
	}
	if fields := fault.From(err).Fields; len(fields) > 0 {
		return fields[0].Text, true
	}
	return fault.From(err).Text, true
}
