package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// loops want a person in every circle: without one it would go round for ever. An approval stops a token only when it is
// rejected, or when somebody else than the submitter is asked, whose own approvals are skipped; so a circle of approvals
// is a warning.
func (c *checker) loops() {
	alone := c.circles(func(e *flow.Edge) bool { return !asks(c.g.Node(e.To)) })
	for _, n := range alone {
		c.error("loop_without_person", at{node: n.ID},
			named(text.T("“{name}”在一个没有人参与的循环里，会一直转下去。", "{name} is in a loop with no person in it, which would go round for ever."), n),
			text.T("在循环里放一个审批或办理，或断开循环。", "Put an approval or something to do into the loop, or break it."))
	}
	if len(alone) > 0 {
		return
	}
	approvals := c.circles(func(e *flow.Edge) bool {
		to := c.g.Node(e.To)
		return e.On == flow.OnApproved && (!asks(to) || approves(to))
	})
	for _, n := range approvals {
		c.warn("loop_of_approvals", at{node: n.ID},
			named(text.T("“{name}”在一个同意后会回到自己的循环里；审批人就是提交人时会自动跳过，循环会一直转下去。", "{name} is in a loop that approving does not leave; where the approver is the submitter, who is skipped, it would go round for ever."), n),
			text.T("让循环从驳回返回，或在循环里放一个办理。", "Let the loop go back on a rejection, or put something to do into it."))
	}
}

// circles finds a node of every circle along edges that may be followed.
func (c *checker) circles(follow func(*flow.Edge) bool) []*flow.Node {
	const onTheWay, done = 1, 2
	state, told := map[string]int{}, map[string]bool{}
	var closed []*flow.Node
	var visit func(id string)
	visit = func(id string) {
		state[id] = onTheWay
		for _, e := range c.g.Out(id) {
			switch {
			case !follow(e):
			case state[e.To] == onTheWay && !told[e.To]:
				told[e.To] = true
				closed = append(closed, c.g.Node(e.To))
			case state[e.To] == 0:
				visit(e.To)
			}
		}
		state[id] = done
	}
	for i := range c.d.Nodes {
		if id := c.d.Nodes[i].ID; c.g.Node(id) != nil && state[id] == 0 {
			visit(id)
		}
	}
	return closed
}
