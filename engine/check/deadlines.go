package check

import (
	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// deadlines want a length of time, and a date to count from where one is named.
func (c *checker) deadlines() {
	c.each(flow.KindStep, func(n *flow.Node) {
		t := n.Timing()
		d := t.Deadline
		c.length(at{node: n.ID, path: "action.due"}, t, t.Due)
		c.useless(n, "deadline", d != flow.Deadline{} && !t.Set())
		c.useless(n, "deadline.before", d.Before && (d.Field == "" || t.Due == ""))
		c.useless(n, "deadline.frozen", d.Frozen && d.Field == "")
		if d.Field == "" || c.typ == nil {
			return
		}
		where := at{node: n.ID, path: "action.deadline.field"}
		f, known := c.typ.Field(d.Field)
		switch {
		case !known:
			c.unknownField(where, c.typ, d.Field)
		case f.Type != record.Date && f.Type != record.DateTime:
			c.error("not_a_date_field", where,
				fill(named(text.T("“{name}”的期限要从日期算起，而“{field}”不是日期。", "The deadline of {name} is counted from a date, and {field} holds none."), n), "field", fieldName(f)),
				text.T("选择一个日期字段。", "Choose a date field."))
		}
	})
}
