package check

import (
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// picks want somebody who picks, and enough people to pick from.
func (c *checker) picks() {
	c.each(flow.KindStep, func(n *flow.Node) {
		p := policiesOf(n)
		if p.pick == nil {
			return
		}
		if _, first := c.before(n); p.pick.By == flow.PickPrevious && first {
			c.error("pick_without_previous", at{node: n.ID, path: "action.pick.by"},
				named(text.T("“{name}”的审批人由上一步的人选，而有一条路在它之前没有人办理。", "Who approves the step before picks the people of {name}, and on some way nobody comes before it."), n),
				text.T("改为由提交人选。", "Let whoever submits pick them."))
		}
		least := max(1, p.pick.Min)
		if p.pick.Max > 0 && p.pick.Max < least {
			c.error("pick_range", at{node: n.ID, path: "action.pick.max"},
				named(text.T("“{name}”最多选的人数比最少的还少。", "At {name} the most that may be picked is less than the least."), n),
				text.T("改正人数。", "Mend the numbers."))
			return
		}
		if people, known := c.resolved(p.by); known && len(people) > 0 && len(people) < least {
			c.error("pick_too_many", at{node: n.ID, path: "action.pick.min"},
				named(text.T("“{name}”至少要选 {least} 人，而可选的只有 {n} 人。", "At {name} at least {least} must be picked, and there are only {n}."), n).
					Fill("least", strconv.Itoa(least), "n", strconv.Itoa(len(people))),
				text.T("减少人数，或增加可选的人。", "Ask for fewer, or choose more people to pick from."))
		}
	})
}

// before lists the steps that ask people and may come right before a node, notices and the like not counted; first is true
// when on some way there is none.
func (c *checker) before(n *flow.Node) (steps []*flow.Node, first bool) {
	seen := map[string]bool{}
	todo := []string{n.ID}
	for len(todo) > 0 {
		id := todo[0]
		todo = todo[1:]
		for _, e := range c.g.In(id) {
			if seen[e.From] {
				continue
			}
			seen[e.From] = true
			switch from := c.g.Node(e.From); {
			case from.Kind == flow.KindStart:
				first = true
			case asks(from):
				steps = append(steps, from)
			default:
				todo = append(todo, e.From)
			}
		}
	}
	return steps, first
}
