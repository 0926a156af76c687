package check

import (
	"strconv"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// triggers looks at how the flow starts.
func (c *checker) triggers() {
	used := false
	for _, d := range c.flows {
		used = used || uses(d, c.d.Key)
	}
	if len(c.d.Start) == 0 && !used {
		c.warn("never_starts", at{path: "start"},
			text.T("没有写明流程怎么开始，谁也无法发起它。", "Nothing says how the flow starts, so nobody can start it."),
			text.T("选择“提交时开始”，或新增、修改记录时开始；只由别的流程启动的，可以不选。", "Let it start when a record is submitted, added or changed. One that only other flows start needs none."))
	}
	if c.typ == nil {
		return
	}
	for i := range c.d.Start {
		c.trigger("start["+strconv.Itoa(i)+"]", &c.d.Start[i])
	}
}

func (c *checker) trigger(path string, t *flow.Trigger) {
	source := c.typ
	if t.Of != "" {
		of, known := c.types.RecordType(t.Of)
		if !known {
			c.error("unknown_record_type", at{path: path + ".of"},
				text.T("没有记录类型“{type}”。", "There is no record type {type}.").Fill("type", t.Of),
				text.T("选择触发流程的记录类型。", "Choose the record type that sets the flow off."))
			return
		}
		source = of
	}
	if t.On == flow.OnSubmitted && t.Of != "" {
		c.error("trigger_of_other_type", at{path: path + ".of"},
			text.T("人工提交的只能是流程自己的记录。", "By hand only a record of the flow's own type can be submitted."),
			text.T("去掉“其他记录”，或改为新增、修改时开始。", "Take the other record type off, or start when it is added or changed."))
	}
	if t.Hold && (t.On != flow.OnChanged || t.Of != "" && t.Of != c.d.Record) {
		c.error("hold_without_change", at{path: path + ".hold"},
			text.T("只有流程自己的记录被修改时，才能先审批后生效。", "Only a change of the flow's own record can wait for approval."),
			text.T("关闭“先审批，通过后才生效”，或改为自己的记录被修改时开始。", "Switch off \"approve first\", or start when the flow's own record is changed."))
	}
	_, known := source.Field(t.Field)
	switch {
	case t.On == flow.OnChanged && t.Field == "":
		c.error("trigger_without_field", at{path: path + ".field"},
			text.T("没有写明哪个字段修改时开始。", "It does not say which field's change starts the flow."),
			text.T("选择一个字段。", "Choose a field."))
	case t.Field != "" && !known:
		c.unknownField(at{path: path + ".field"}, source, t.Field)
	}
	in := rule.Scope{Type: source, Types: c.types, Old: t.On == flow.OnChanged}
	if t.When != "" {
		c.compile(at{path: path + ".when"}, t.When, in, rule.Condition)
	}
	c.assigns(at{path: path + ".map"}, t.Map, in, c.typ)
	if t.Of != "" {
		c.complete(at{path: path + ".map"}, t.Map, c.typ)
	}
}

// complete sees to it that a record made from another one has what its type requires.
func (c *checker) complete(where at, set []flow.Assign, of *record.Type) {
	given := map[string]bool{}
	for _, a := range set {
		given[a.Field] = true
	}
	var missing []string
	for i := range of.Fields {
		if f := &of.Fields[i]; f.Required && !given[f.Key] {
			missing = append(missing, f.Key)
		}
	}
	if len(missing) > 0 {
		fields := strings.Join(missing, ", ")
		c.error("mapping_incomplete", where,
			text.T("新记录必填的字段没有来源：{fields}。", "Fields that the new record must have are not mapped: {fields}.").Fill("fields", fields),
			text.T("为这些字段写明从哪里取值。", "Say where these fields get their values from."))
	}
}

// unknownField is the one wording for a field that a type does not have.
func (c *checker) unknownField(where at, t *record.Type, key string) {
	c.error("unknown_field", where,
		fill(text.T("{type}没有字段“{field}”。", "{type} has no field {field}."), "type", typeName(t)).Fill("field", key),
		text.T("选择一个现有的字段。", "Choose a field that exists."))
}

func typeName(t *record.Type) text.Text {
	if t.Name.Empty() {
		return text.T(t.Key, t.Key)
	}
	return text.T(t.Name.In(text.Chinese), t.Name.In(text.English))
}
