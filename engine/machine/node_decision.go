package machine

import (
	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/rule"
)

// decisionNode chooses by the record: the first edge whose rule is true, or every one. A rule that cannot be evaluated
// stops it; it is never taken for false.
type decisionNode struct{ opened }

func (decisionNode) act(r *run, t Token, node *flow.Node) {
	all := node.Decision != nil && node.Decision.Match == flow.MatchAll
	edges := r.g.Out(node.ID)
	var facts record.Values
	if asksRecord(edges) {
		var ok bool
		if facts, ok = r.facts(t); !ok {
			return
		}
	}
	chosen, looked, failed := r.choose(edges, facts, all)
	if failed != nil {
		r.incident(t, incidentRuleFailed, failed.When, looked...)
		return
	}
	if len(chosen) == 0 {
		r.incident(t, incidentNoMatch, "", looked...)
		return
	}
	r.activation(t.Activation).Chose = edgeIDs(chosen)
	told := Entry{Type: EntryChose, Node: node.ID, Activation: t.Activation, Data: Data{Edges: edgeIDs(chosen), Rules: looked}}
	if all {
		r.split(t, chosen, told)
		return
	}
	r.tell(told)
	r.leave(t, OutcomeDone)
	r.pass(t, chosen[0])
}

// asksRecord reports whether any of the edges has a rule.
func asksRecord(edges []*flow.Edge) bool {
	for _, e := range edges {
		if !e.Default {
			return true
		}
	}
	return false
}

// choose looks at the edges' rules in order, up to the first true one or at all of them. None true: the default. A rule
// that cannot be evaluated ends it: failed is its edge.
func (r *run) choose(edges []*flow.Edge, facts record.Values, all bool) (chosen []*flow.Edge, looked []RuleTrace, failed *flow.Edge) {
	var fallback []*flow.Edge
	for _, e := range edges {
		if e.Default {
			fallback = []*flow.Edge{e}
			continue
		}
		program := r.g.EdgeRule(e.ID)
		if program == nil {
			return nil, looked, e
		}
		yes, why, err := program.True(rule.Facts{Record: facts})
		looked = append(looked, RuleTrace{Edge: e.ID, Rule: e.When, Result: yes, Failed: err != nil, Values: why.Values})
		if err != nil {
			return nil, looked, e
		}
		if !yes {
			continue
		}
		chosen = append(chosen, e)
		if !all {
			return chosen, looked, nil
		}
	}
	if len(chosen) == 0 {
		chosen = fallback
	}
	return chosen, looked, nil
}
