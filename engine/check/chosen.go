package check

import (
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/text"
)

// policies are what a step that asks people says beside whom it asks; absent ones are nil.
type policies struct {
	by     []org.Selector
	empty  *flow.Empty
	pick   *flow.Pick
	back   *flow.Return
	copies []flow.Copy
	forbid []flow.TaskAction
}

func policiesOf(n *flow.Node) policies {
	switch a := n.Action; {
	case n.Kind != flow.KindStep || a == nil:
	case a.Approve != nil:
		return policies{a.Approve.By, a.Approve.Empty, a.Approve.Pick, a.Approve.Return, a.Approve.Copy, a.Approve.Forbid}
	case a.Do != nil:
		return policies{a.Do.By, a.Do.Empty, a.Do.Pick, a.Do.Return, a.Do.Copy, a.Do.Forbid}
	}
	return policies{}
}

// chosen wants those whom the policies name to be somebody too: fallbacks, admins, receivers of copies, who has a veto or
// a weight. As with whom a step asks, a selector that names nobody is an error if it stands alone, and else a warning.
func (c *checker) chosen() {
	flowName := both(c.d.Name)
	if s := c.d.Settings; s != nil {
		c.somebody(at{path: "settings.admins"}, flowName, s.Admins)
		c.receivers(at{path: "settings.copy"}, flowName, s.Copy)
	}
	c.each(flow.KindStep, func(n *flow.Node) {
		p := policiesOf(n)
		if e := p.empty; e != nil && e.Do == flow.EmptyPeople {
			where := at{node: n.ID, path: "action.empty.by"}
			if len(e.By) == 0 {
				c.error("empty_without_people", where,
					named(text.T("“{name}”找不到审批人时要交给指定人员，却没有选人。", "{name} turns to people by name where nobody is found, and none are chosen."), n),
					text.T("选人，或改为转给流程管理员。", "Choose them, or turn to the flow's admins."))
			}
			c.somebody(where, name(n), e.By)
		}
		c.receivers(at{node: n.ID, path: "action.copy"}, name(n), p.copies)
		if n.Action == nil || n.Action.Approve == nil {
			return
		}
		q := &n.Action.Approve.Quorum
		c.somebody(at{node: n.ID, path: "action.quorum.veto"}, name(n), q.Veto)
		if q.Vote == nil {
			return
		}
		for i, w := range q.Vote.Weights {
			where := at{node: n.ID, path: "action.quorum.vote.weights[" + strconv.Itoa(i) + "].by"}
			if len(w.By) == 0 {
				c.error("weight_of_nobody", where,
					named(text.T("“{name}”有一个权重没有选人。", "{name} has a weight that belongs to nobody."), n),
					text.T("选人，或删除这个权重。", "Choose whose it is, or delete it."))
			}
			c.somebody(where, name(n), w.By)
		}
	})
}

func (c *checker) receivers(where at, who text.Text, copies []flow.Copy) {
	for i, one := range copies {
		to := at{node: where.node, path: where.path + "[" + strconv.Itoa(i) + "].to"}
		if len(one.To) == 0 {
			c.error("copy_to_nobody", to,
				fill(text.T("“{name}”有一个抄送没有选人。", "{name} has a copy that goes to nobody."), "name", who),
				text.T("选择抄送给谁，或删除这个抄送。", "Choose who gets it, or delete it."))
		}
		c.somebody(to, who, one.To)
	}
}

// somebody tells of selectors that name nobody.
func (c *checker) somebody(where at, who text.Text, by []org.Selector) {
	wrong := make([]*vacancy, len(by))
	severity := Error
	for i := range by {
		if wrong[i] = c.vacancy(by[i]); wrong[i] == nil {
			severity = Warning
		}
	}
	for i, w := range wrong {
		if w != nil {
			c.add(severity, w.code, at{node: where.node, path: where.path + "[" + strconv.Itoa(i) + "]"}, fill(w.text, "name", who), w.remedy)
		}
	}
}
