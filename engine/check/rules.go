package check

import (
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// rules compiles the rule of every arrow that has one.
func (c *checker) rules() {
	if c.typ == nil {
		return
	}
	for i := range c.d.Edges {
		e := &c.d.Edges[i]
		if from := c.g.Node(e.From); e.When != "" && from != nil && from.Kind == flow.KindDecision {
			c.compile(at{edge: e.ID, path: "when"}, e.When, rule.Scope{Type: c.typ, Types: c.types}, rule.Condition)
		}
	}
}

// compile adds a problem per issue of a rule. A field, or an option of a choice, that is not known has a code of its own.
func (c *checker) compile(where at, src string, in rule.Scope, want rule.Want) *rule.Program {
	p, issues := rule.Compile(src, in, want)
	for _, issue := range issues {
		code := "rule_wrong"
		if issue.Code == rule.IssueUnknownField || issue.Code == rule.IssueUnknownOption {
			code = issue.Code
		}
		c.error(code, where,
			fill(text.T("条件第 {column} 个字：{why}", "The rule, at character {column}: {why}").Fill("column", strconv.Itoa(issue.Column)), "why", issue.Text),
			text.T("改正条件。", "Mend the rule."))
	}
	return p
}
