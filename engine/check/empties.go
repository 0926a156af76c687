package check

import (
	"maps"
	"slices"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// empties look at steps that are passed where nobody is found to ask: two of them in a row may let everything through
// unseen, and what had to be filled in is not.
func (c *checker) empties() {
	c.each(flow.KindStep, func(n *flow.Node) {
		if !passedEmpty(n) {
			return
		}
		if requiresInput(n) {
			c.warn("empty_pass_with_required", at{node: n.ID, path: "action.empty.do"},
				named(text.T("“{name}”找不到人时自动通过，必填字段就没有人填。", "{name} is passed where nobody is found, and nobody fills in what must be filled in."), n),
				text.T("改为转给流程管理员或指定人员。", "Turn to the flow's admins, or to people by name."))
		}
		steps, _ := c.before(n)
		if i := slices.IndexFunc(steps, passedEmpty); i >= 0 && steps[i] != n {
			c.warn("empty_passes_in_a_row", at{node: n.ID, path: "action.empty.do"},
				fill(named(text.T("“{before}”和“{name}”找不到人时都自动通过，可能谁也没有看过就过了两步。", "{before} and {name} are both passed where nobody is found; two steps may be passed and nobody has looked."), n), "before", name(steps[i])),
				text.T("让其中一步转给流程管理员或指定人员。", "Let one of them turn to the flow's admins, or to people by name."))
		}
	})
}

// requiresInput reports whether a step has fields that must be filled in.
func requiresInput(n *flow.Node) bool {
	return slices.Contains(slices.Collect(maps.Values(n.Fields())), record.Required)
}

func passedEmpty(n *flow.Node) bool {
	e := policiesOf(n).empty
	return e != nil && e.Do == flow.EmptyApprove
}
