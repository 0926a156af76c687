package machine

import "flowline/engine/flow"

// ProgressOf is what the chart of an instance shows. A node where tokens are looks like the one most in need of somebody;
// any other looks like its latest entry, but one that was cut short by the end of the instance leaves it as it was before.
func ProgressOf(g *flow.Graph, s State) Progress {
	p := Progress{Nodes: map[string]NodeProgress{}, Edges: map[string]int{}}
	d := g.Definition()
	for i := range d.Nodes {
		p.Nodes[d.Nodes[i].ID] = NodeProgress{State: NodeIdle}
	}
	live := map[string]bool{}
	for _, t := range s.Tokens {
		live[t.Activation] = true
	}
	faulty := map[string]bool{}
	for _, i := range s.Incidents {
		if i.open() {
			faulty[i.Activation] = true
		}
	}
	for _, a := range s.Activations {
		n := p.Nodes[a.Node]
		n.Visits = append(n.Visits, visitOf(s, a))
		if state := stateOf(g, a, live[a.ID], faulty[a.ID]); rank[state] >= rank[n.State] {
			n.State = state
		}
		p.Nodes[a.Node] = n
	}
	for _, e := range s.Passed {
		p.Edges[e.Edge]++
	}
	return p
}

var rank = map[NodeState]int{NodeIdle: 0, NodeDone: 1, NodeRefused: 1, NodeHere: 2, NodeWaiting: 2, NodeFault: 3}

func stateOf(g *flow.Graph, a *Activation, live, faulty bool) NodeState {
	switch {
	case faulty:
		return NodeFault
	case live && g.Node(a.Node).Kind == flow.KindJoin:
		return NodeWaiting
	case live:
		return NodeHere
	case a.Outcome == OutcomeRejected:
		return NodeRefused
	case a.Outcome == OutcomeCancelled:
		return NodeIdle
	}
	return NodeDone
}

func visitOf(s State, a *Activation) Visit {
	v := Visit{Round: a.Round, EnteredAt: a.EnteredAt, LeftAt: a.LeftAt, Outcome: a.Outcome}
	for _, k := range s.Tasks {
		if k.Activation == a.ID {
			v.People = append(v.People, signerOf(k))
		}
	}
	return v
}

func signerOf(k *Task) Signer {
	at := k.DecidedAt
	if k.live() {
		at = k.OpenedAt
	}
	s := Signer{Person: k.Assignee, State: k.State, At: at, Comment: k.Comment, Late: k.Late}
	if k.OnBehalfOf != "" {
		s.Deputy = k.DecidedBy
	}
	return s
}
