package check

import (
	"regexp"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// place is a {place} in the words of a notice; field is what may stand in it.
var (
	place = regexp.MustCompile(`\{([^{}]*)\}`)
	field = regexp.MustCompile(`^record(\.[a-z][a-z0-9_]*){1,2}$`)
)

// notices want words, and places in them that name fields.
func (c *checker) notices() {
	c.each(flow.KindStep, func(n *flow.Node) {
		if n.Action == nil || n.Action.Notify == nil {
			return
		}
		notice := n.Action.Notify
		if notice.Title.Empty() {
			c.error("notice_without_title", at{node: n.ID, path: "action.title"},
				named(text.T("通知“{name}”没有标题。", "The notice {name} has no title."), n),
				text.T("写一个标题。", "Write a title."))
		}
		c.places(at{node: n.ID, path: "action.title"}, notice.Title)
		c.places(at{node: n.ID, path: "action.body"}, notice.Body)
	})
}

func (c *checker) places(where at, words text.Text) {
	if c.typ == nil {
		return
	}
	said := map[string]bool{}
	for _, m := range place.FindAllStringSubmatch(words.ZH+words.EN, -1) {
		inside := m[1]
		if said[inside] {
			continue
		}
		said[inside] = true
		if !field.MatchString(inside) {
			c.warn("unknown_place", where,
				text.T("文字里的 {place} 不会被替换。", "{place} in the words is not replaced by anything.").Fill("place", m[0]),
				text.T("字段写成 {record.字段}，如 {record.name}。", "Write a field as {record.field}, such as {record.name}."))
			continue
		}
		if _, issues := rule.Compile(inside, rule.Scope{Type: c.typ, Types: c.types}, rule.Value); len(issues) > 0 {
			c.error("unknown_field", where, issues[0].Text, text.T("选择一个现有的字段。", "Choose a field that exists."))
			continue
		}
		if hiding := c.hiding(strings.Split(inside, ".")[1]); hiding != nil {
			c.warn("notice_tells_hidden", where,
				fill(text.T("{place} 会告诉收到通知的人，而“{name}”隐藏了这个字段。", "{place} is told to everybody notified, and {name} hides that field.").Fill("place", m[0]), "name", name(hiding)),
				text.T("确认收到通知的人可以知道它，否则从文字里去掉。", "Make sure that those notified may know it, or take it out of the words."))
		}
	}
}

// hiding is the first step that hides a field; nil when none does. What a notice says is the same for all it goes to.
func (c *checker) hiding(field string) *flow.Node {
	for i := range c.d.Nodes {
		if n := &c.d.Nodes[i]; n.Fields()[field] == record.Hidden {
			return n
		}
	}
	return nil
}
