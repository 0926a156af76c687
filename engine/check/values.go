package check

import (
	"strings"

	"flowline/engine/flow"
	"flowline/engine/prove"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// values looks at what the rules of a decision say of every record: whether one falls through, is claimed by two arrows, or
// never comes to one. An arrow for "otherwise" is there in case, and may be one that no record takes.
func (c *checker) values() {
	c.each(flow.KindDecision, func(n *flow.Node) {
		var ruled []*flow.Edge
		var rules []*rule.Program
		otherwise, readable := false, true
		for _, e := range c.g.Out(n.ID) {
			if e.Default {
				otherwise = true
				continue
			}
			p, issues := rule.Compile(e.When, rule.Scope{Type: c.typ, Types: c.types}, rule.Condition)
			if len(issues) > 0 {
				readable = false // told already
				continue
			}
			ruled, rules = append(ruled, e), append(rules, p)
		}
		var choice prove.Choice
		if readable {
			choice = prove.Decision(rules, n.Splits())
		}
		if !otherwise && len(c.g.Out(n.ID)) > 0 {
			c.falls(n, choice)
		}
		if !readable {
			return
		}
		if !choice.Proved {
			c.warn("not_proved", at{node: n.ID},
				named(text.T("判断“{name}”的条件不只是把字段和固定值比较，或情况太多，没有证明每条记录只走一条路。", "The rules of decision {name} do more than compare fields with fixed values, or have too many cases; that each record goes one way is not proved."), n),
				text.T("用几条真实的记录试一试；能写成字段与固定值比较的，就这样写。", "Try it with some real records, and write as comparisons with fixed values what can be."))
			return
		}
		for _, i := range choice.Never {
			c.never[ruled[i].ID] = true
			if !c.has("rule_twice", ruled[i].ID) {
				c.warn("arrow_never_taken", at{edge: ruled[i].ID, path: "when"},
					named(text.T("没有记录会走判断“{name}”的这条连线：条件不会成立，或前面的连线总先成立。", "No record takes this arrow of decision {name}: its rule is never true, or one before it always is."), n),
					text.T("改条件，把它移到前面，或删除这条连线。", "Change its rule, move it up, or delete the arrow."))
			}
		}
		for _, o := range choice.Both {
			t := text.T("{sample}时，判断的两条连线都成立：“{first}”和“{second}”；只会走前一条。", "With {sample}, two arrows of the decision apply: {first} and {second}; only the first is taken.")
			t = fill(fill(fill(t, "sample", inWords(o.Sample)), "first", arrow(ruled[o.First])), "second", arrow(ruled[o.Second]))
			c.warn("rules_overlap", at{edge: ruled[o.Second].ID, path: "when"}, t,
				text.T("让条件不重叠，或确认先后次序正是所要的。", "Let the rules not overlap, or make sure that their order is what you mean."))
			c.found[len(c.found)-1].Sample = o.Sample
		}
	})
}

// falls says of a decision without "otherwise" which records fall through. That none does today is no promise: an option
// may be added to a field.
func (c *checker) falls(n *flow.Node, choice prove.Choice) {
	remedy := text.T("把一条连线设为“否则”。", "Make one of its arrows the one for “otherwise”.")
	where := at{node: n.ID}
	switch {
	case choice.HasGap && len(choice.Gap) > 0:
		c.error("decision_without_default", where,
			fill(named(text.T("判断“{name}”没有“否则”：{sample}时没有条件成立，不知道往哪走。", "Decision {name} has no “otherwise”: with {sample} no rule is true and there is no way on."), n), "sample", inWords(choice.Gap)), remedy)
		c.found[len(c.found)-1].Sample = choice.Gap
	case choice.Proved && !choice.HasGap && !n.Splits():
		c.warn("decision_without_default", where,
			named(text.T("判断“{name}”没有“否则”：现在每条记录都有路走，字段改了以后就不一定。", "Decision {name} has no “otherwise”: each record has a way now, but may not when fields are changed."), n), remedy)
	default:
		c.error("decision_without_default", where,
			named(text.T("判断“{name}”没有“否则”：所有条件都不成立时不知道往哪走。", "Decision {name} has no “otherwise”: when no rule is true there is no way on."), n), remedy)
	}
}

func (c *checker) has(code, edge string) bool {
	for _, p := range c.found {
		if p.Code == code && p.Edge == edge {
			return true
		}
	}
	return false
}

// inWords tells a sample record.
func inWords(sample []prove.Fact) text.Text {
	var zh, en []string
	for _, f := range sample {
		zh, en = append(zh, f.Text.ZH), append(en, f.Text.EN)
	}
	return text.T(strings.Join(zh, "、"), strings.Join(en, " and "))
}

// arrow is what people call an arrow: its name, or its rule.
func arrow(e *flow.Edge) text.Text {
	if e.Name.Empty() {
		return text.T(e.When, e.When)
	}
	return text.T(e.Name.In(text.Chinese), e.Name.In(text.English))
}
