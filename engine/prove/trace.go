package prove

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// Step is one node on the way to what was found, and how it is left.
type Step struct {
	Node   string    `json:"node"`
	Edge   string    `json:"edge,omitempty"`  // the arrow taken; absent: the way ends here
	Choice text.Text `json:"choice,omitzero"` // what was chosen, where there was a choice
}

// trace is the way that led to a token: what made it, and what made that. Whatever other branches did is left out.
func (e *explorer) trace(w way) []Step {
	steps := []Step{{Node: e.end(w.token)}}
	if t := w.token; t.edge != "" {
		steps = append(steps, Step{Node: t.node, Edge: t.edge, Choice: e.choice(t.edge)})
	}
	needed := []token{w.token}
	for by, at := w.by, w.from; ; by, at = e.states[at].by, e.states[at].from {
		made := false
		for _, a := range by.come {
			i := slices.Index(needed, a.token)
			if i < 0 {
				continue
			}
			needed, made = slices.Delete(needed, i, i+1), true
			if a.edge != "" && at >= 0 {
				steps = append(steps, Step{Node: by.node, Edge: a.edge, Choice: e.choice(a.edge)})
			}
		}
		if made {
			needed = append(needed, by.gone...)
		}
		if at < 0 {
			break
		}
	}
	slices.Reverse(steps)
	return steps
}

// end is where a trace ends: where the token is, or where the arrow leads that it is yet to take.
func (e *explorer) end(t token) string {
	if t.edge != "" {
		return e.g.Edge(t.edge).To
	}
	return t.node
}

// choice words what an arrow stands for where its node chooses.
func (e *explorer) choice(edge string) text.Text {
	on := e.g.Edge(edge)
	from := e.g.Node(on.From)
	switch {
	case on.On == flow.OnRejected:
		return text.T("驳回", "rejected")
	case on.On == flow.OnLate:
		return text.T("超时", "out of time")
	case from.Kind == flow.KindStep && len(e.g.Out(on.From)) > 1:
		return text.T("同意", "approved")
	case from.Kind != flow.KindDecision:
		return text.Text{}
	case !on.Name.Empty():
		return text.T(on.Name.In(text.Chinese), on.Name.In(text.English))
	case on.Default:
		return text.T("否则", "otherwise")
	}
	return text.T(on.When, on.When)
}
