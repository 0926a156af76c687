package machine

import (
	"slices"

	"flowline/engine/flow"
)

// maxHops is how many nodes of a flow may be entered because of one event: each ten times, and some. A flow that wants
// more runs in a circle in which nobody is asked.
func maxHops(g *flow.Graph) int { return 100 + 10*len(g.Definition().Nodes) }

// MaxBranches is how many branches may be under way in an instance at once.
const MaxBranches = 256

// nodeKind is how one kind of node behaves.
type nodeKind interface {
	// activation gives the activation that a token entering node is in.
	activation(r *run, t Token, node *flow.Node) string
	// act goes on with a token that stands at node: it is moved, waits, asks something or raises an incident.
	act(r *run, t Token, node *flow.Node)
}

// nodeKinds is the table of them; a function fills it because acting may lead to other nodes.
var nodeKinds map[flow.Kind]nodeKind

func init() {
	nodeKinds = map[flow.Kind]nodeKind{
		flow.KindStart:    startNode{},
		flow.KindStep:     stepNode{},
		flow.KindDecision: decisionNode{},
		flow.KindFork:     forkNode{},
		flow.KindJoin:     joinNode{},
		flow.KindEnd:      endNode{},
	}
}

// settle moves every token until it waits.
func (r *run) settle() {
	for r.refusal == nil && r.s.Status != "" && !r.s.Status.Ended() && r.u.Ending == "" {
		if t, ok := r.nextReady(); ok {
			node := r.node(t.Node)
			nodeKinds[node.Kind].act(r, t, node)
			continue
		}
		r.dropScopes() // what was refused in a scope that is empty counts in the join of the one around it
		if r.fireJoin() {
			continue
		}
		break
	}
	if r.s.Status == "" || r.s.Status.Ended() || r.u.Ending != "" {
		return
	}
	if len(r.s.Tokens) == 0 {
		r.dropScopes()
		r.end(r.result(), reasonEnded)
		return
	}
	r.s.Status = r.s.standing()
	r.dropScopes()
}

// standing is the status of an instance that has not ended.
func (s *State) standing() Status {
	switch {
	case !s.SuspendedAt.IsZero():
		return Suspended
	case slices.ContainsFunc(s.Incidents, Incident.open):
		return Faulted
	case s.atSubmitter():
		return Returned
	}
	return Running
}

// nextReady takes the next token that can go on.
func (r *run) nextReady() (Token, bool) {
	for len(r.u.Ready) > 0 {
		id := r.u.Ready[0]
		r.u.Ready = r.u.Ready[1:]
		if i := r.tokenAt(id); i >= 0 {
			return r.s.Tokens[i], true
		}
	}
	return Token{}, false
}

// enter puts a token into a node.
func (r *run) enter(id, nodeID string) {
	node := r.node(nodeID)
	t := &r.s.Tokens[r.tokenAt(id)]
	t.Node, t.From = nodeID, t.Activation
	t.Activation = nodeKinds[node.Kind].activation(r, *t, node)
	r.u.Hops++
	if r.u.Hops > maxHops(r.g) {
		r.incident(*t, incidentTooManyHops, "")
		return
	}
	r.u.Ready = append(r.u.Ready, id)
}

// opened begins a new activation; it is what entering most nodes means.
type opened struct{}

func (opened) activation(r *run, t Token, _ *flow.Node) string { return r.open(t) }

// open begins an activation of the node that a token has entered.
func (r *run) open(t Token) string {
	round := 1
	for i := len(r.s.Activations) - 1; i >= 0; i-- {
		if r.s.Activations[i].Node == t.Node {
			round = r.s.Activations[i].Round + 1
			break
		}
	}
	a := &Activation{ID: r.id("a"), Node: t.Node, Round: round, EnteredAt: r.at, Scope: t.Scope, Again: r.u.Again, Keep: r.u.Keep}
	if t.From != "" {
		a.From = []string{t.From}
	}
	r.s.Activations = append(r.s.Activations, a)
	return a.ID
}

// pass sends a token along an edge into the next node.
func (r *run) pass(t Token, e *flow.Edge) {
	r.s.Passed = append(r.s.Passed, &Pass{Edge: e.ID, At: r.at, Token: t.ID})
	r.enter(t.ID, e.To)
}

// leave closes the token's activation.
func (r *run) leave(t Token, outcome Outcome) {
	a := r.activation(t.Activation)
	a.LeftAt = r.at
	a.Outcome = outcome
}

// wayOn is the one edge that leads on from the token's node for an outcome; without one, or with several, there is an
// incident.
func (r *run) wayOn(t Token, on flow.EdgeOn) (*flow.Edge, bool) {
	var found *flow.Edge
	for _, e := range r.g.Out(t.Node) {
		if e.On != on {
			continue
		}
		if found != nil {
			r.incident(t, incidentManyWays, "")
			return nil, false
		}
		found = e
	}
	if found == nil {
		r.incident(t, incidentNoWay, "")
	}
	return found, found != nil
}

// split replaces a token by one on each edge, in a scope of their own, and tells so.
func (r *run) split(t Token, edges []*flow.Edge, told Entry) {
	if len(r.s.Tokens)+len(edges) > MaxBranches {
		r.incident(t, incidentTooManyBranches, "")
		return
	}
	r.tell(told)
	r.leave(t, OutcomeDone)
	scope := Scope{ID: r.id("f"), Node: t.Node, Parent: t.Scope, Branches: len(edges)}
	r.s.Scopes = append(r.s.Scopes, scope)
	r.removeToken(t.ID)
	for _, e := range edges {
		branch := Token{ID: r.id("t"), Node: t.Node, Activation: t.Activation, Scope: scope.ID}
		r.s.Tokens = append(r.s.Tokens, branch)
		r.pass(branch, e)
	}
}

// dropScopes forgets the scopes in which no token is left. That a branch of one was rejected is then for the scope around
// it to remember, unless the branches were taken back.
func (r *run) dropScopes() {
	if len(r.s.Scopes) == 0 {
		return
	}
	live := map[string]bool{}
	for _, t := range r.s.Tokens {
		for id := t.Scope; id != "" && !live[id]; id = r.s.scope(id).Parent {
			live[id] = true
		}
	}
	for i := len(r.s.Scopes) - 1; i >= 0; i-- { // those within come after those around them
		if s := r.s.Scopes[i]; !live[s.ID] && s.Refused && r.s.liveScope(s.Parent) {
			r.refuseIn(s.Parent)
		}
	}
	r.s.Scopes = slices.DeleteFunc(r.s.Scopes, func(s Scope) bool { return !live[s.ID] })
}

// refuseIn remembers of a scope, or of the whole, that it ends as rejected.
func (r *run) refuseIn(scope string) {
	if scope == "" {
		r.s.Refused = true
		return
	}
	r.s.scope(scope).Refused = true
}

func edgeIDs(edges []*flow.Edge) []string {
	ids := make([]string, len(edges))
	for i, e := range edges {
		ids[i] = e.ID
	}
	return ids
}
