package check

import (
	"flowline/engine/flow"
	"flowline/engine/text"
)

// decisions want a choice, one default, and a rule on every arrow but that.
func (c *checker) decisions() {
	c.each(flow.KindDecision, func(n *flow.Node) {
		out := c.g.Out(n.ID)
		defaults := 0
		said := map[string]bool{}
		for _, e := range out {
			switch {
			case e.Default:
				if defaults++; defaults > 1 {
					c.error("several_defaults", at{edge: e.ID, path: "default"},
						named(text.T("判断“{name}”有多条“否则”连线。", "Decision {name} has several arrows for “otherwise”."), n),
						text.T("只留一条“否则”，其他的写条件。", "Keep one of them, and give the others a rule."))
				}
				if e.When != "" {
					c.warn("rule_on_default", at{edge: e.ID, path: "when"},
						text.T("“否则”连线上的条件不会起作用。", "The rule on the arrow for “otherwise” is never read."),
						text.T("去掉条件，或去掉“否则”。", "Take off the rule, or “otherwise”."))
				}
			case e.When == "":
				c.error("rule_missing", at{edge: e.ID, path: "when"},
					named(text.T("判断“{name}”的这条连线没有条件。", "This arrow of decision {name} has no rule."), n),
					text.T("写条件，或设为“否则”。", "Write its rule, or make it the one for “otherwise”."))
			case said[e.When]:
				c.warn("rule_twice", at{edge: e.ID, path: "when"},
					named(text.T("判断“{name}”的另一条连线已经有同样的条件。", "Another arrow of decision {name} has the same rule."), n),
					text.T("改条件，或删除这条连线。", "Change the rule, or delete the arrow."))
			}
			said[e.When] = true
		}
		if len(out) == 1 {
			c.warn("decision_with_one_way", at{node: n.ID},
				named(text.T("判断“{name}”只有一条出路，没有可判断的。", "Decision {name} has one way out, so there is nothing to decide."), n),
				text.T("再接一条出路，或删除判断。", "Add another way out, or delete the decision."))
		}
	})
}
