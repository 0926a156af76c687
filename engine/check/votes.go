package check

import (
	"slices"
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/text"
)

// votes want a share that can be reached, and vetoes and weights of people who are asked.
func (c *checker) votes() {
	c.each(flow.KindStep, func(n *flow.Node) {
		if n.Action == nil || n.Action.Approve == nil {
			return
		}
		a := n.Action.Approve
		c.askedToo(n, "veto_not_asked", "action.quorum.veto", a.Quorum.Veto,
			text.T("“{name}”给了一票否决的人不在审批人之中。", "{name} gives a veto to people whom it does not ask."),
			text.T("把他们也选为审批人，或去掉他们的一票否决。", "Ask them too, or take the veto from them."))
		if a.Quorum.Mode != flow.QuorumVote {
			return
		}
		v := a.Quorum.Vote
		if v == nil || v.Share.Of < 1 || v.Share.Of > v.Share.All || v.Over && v.Share.Of == v.Share.All {
			c.error("vote_share_impossible", at{node: n.ID, path: "action.quorum.vote.share"},
				named(text.T("“{name}”的通过比例永远达不到。", "The share that {name} wants can never be reached."), n),
				text.T("比例要大于零；“超过”时要小于全部。", "It must be more than nothing and, where more than the share is wanted, less than the whole."))
			return
		}
		for i, w := range v.Weights {
			c.askedToo(n, "weight_not_asked", "action.quorum.vote.weights["+strconv.Itoa(i)+"].by", w.By,
				text.T("“{name}”给了权重的人不在审批人之中。", "{name} gives a weight to people whom it does not ask."),
				text.T("把他们也选为审批人，或删除这个权重。", "Ask them too, or delete the weight."))
		}
	})
}

// askedToo warns when nobody among some people is asked by the step, as far as that can be told without an instance.
func (c *checker) askedToo(n *flow.Node, code, path string, some []org.Selector, t, remedy text.Text) {
	asked, known := c.resolved(n.Action.Approve.By)
	these, also := c.resolved(some)
	if !known || !also || len(asked) == 0 || len(these) == 0 {
		return
	}
	if !slices.ContainsFunc(these, func(p string) bool { return slices.Contains(asked, p) }) {
		c.warn(code, at{node: n.ID, path: path}, named(t, n), remedy)
	}
}

// resolved is whom selectors mean; known is false when only a running instance can tell.
func (c *checker) resolved(by []org.Selector) (people []string, known bool) {
	if c.dir == nil {
		return nil, false
	}
	for _, s := range by {
		if s.Chain != nil || s.Field != "" || s.Submitter || s.ManagerOf != "" || s.HeadOf == org.OfSubmitter {
			return nil, false
		}
	}
	return c.dir.Resolve(by, org.Case{}), true
}
