package enginetest

import (
	"fmt"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Builder builds a flow definition; nodes take their ids as names. It is for tests: what it is given is trusted.
type Builder struct{ d flow.Definition }

// Flow begins a flow over records of a type, with a start node named "start".
func Flow(key, recordType string) *Builder {
	b := &Builder{flow.Definition{Format: flow.Format, Key: key, Name: text.T("流程 "+key, "Flow "+key), Record: recordType}}
	return b.node(flow.Node{ID: "start", Kind: flow.KindStart})
}

// By makes selectors of short words: "post:finance", "person:p-lin", "head:finance", "manager", "submitter",
// "field:reviewer", "admins", "chain" (of the submitter's managers, to the top).
func By(words ...string) []org.Selector {
	out := make([]org.Selector, len(words))
	for i, w := range words {
		kind, name, _ := strings.Cut(w, ":")
		switch kind {
		case "post":
			out[i].Post = name
		case "person":
			out[i].Person = name
		case "head":
			out[i].HeadOf = name
		case "manager":
			out[i].ManagerOf = "submitter"
		case "field":
			out[i].Field = name
		case "submitter":
			out[i].Submitter = true
		case "admins":
			out[i].Admins = true
		case "chain":
			out[i].Chain = &org.Chain{Of: org.OfSubmitter, Along: org.Managers}
		default:
			panic("enginetest: unknown selector " + w)
		}
	}
	return out
}

// Fields are field rights, from pairs of key and access.
func Fields(pairs ...string) map[string]record.Access {
	m := map[string]record.Access{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i]] = record.Access(pairs[i+1])
	}
	return m
}

// On adds a trigger.
func (b *Builder) On(t flow.Trigger) *Builder {
	b.d.Start = append(b.d.Start, t)
	return b
}

// Form says what may be done with fields at the start.
func (b *Builder) Form(fields map[string]record.Access) *Builder {
	b.d.Nodes[0].Form = &flow.Form{Fields: fields}
	return b
}

// Approve adds an approval; any of the people decides.
func (b *Builder) Approve(id string, by []org.Selector, more ...func(*flow.Approve)) *Builder {
	a := &flow.Approve{By: by, Quorum: flow.Quorum{Mode: flow.QuorumAny}}
	for _, set := range more {
		set(a)
	}
	return b.node(flow.Node{ID: id, Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionApprove, Approve: a}})
}

// Quorum changes how many must agree.
func Quorum(mode flow.QuorumMode) func(*flow.Approve) {
	return func(a *flow.Approve) { a.Quorum.Mode = mode }
}

// See changes the field rights of an approval.
func See(pairs ...string) func(*flow.Approve) {
	return func(a *flow.Approve) { a.Fields = Fields(pairs...) }
}

// Blocked has an approval that finds nobody wait for an admin, instead of asking the admins.
func Blocked(a *flow.Approve) { a.Empty = &flow.Empty{Do: flow.EmptyBlock} }

// Due gives an approval a deadline.
func Due(duration string) func(*flow.Approve) { return func(a *flow.Approve) { a.Due = duration } }

// Do adds a step in which somebody does or fills in something.
func (b *Builder) Do(id string, by []org.Selector, fields map[string]record.Access) *Builder {
	return b.node(flow.Node{ID: id, Kind: flow.KindStep, Action: &flow.Action{
		Type: flow.ActionDo, Do: &flow.Do{By: by, Fields: fields}}})
}

// Notify adds a step that tells people.
func (b *Builder) Notify(id string, to []org.Selector, title string) *Builder {
	return b.node(flow.Node{ID: id, Kind: flow.KindStep, Action: &flow.Action{
		Type: flow.ActionNotify, Notify: &flow.Notify{To: to, Title: text.T(title, title)}}})
}

// Update adds a step that changes the record, or the one in its link field target.
func (b *Builder) Update(id, target string, set ...flow.Assign) *Builder {
	return b.node(flow.Node{ID: id, Kind: flow.KindStep, Action: &flow.Action{
		Type: flow.ActionUpdate, Update: &flow.Update{Target: target, Set: set}}})
}

// Undo has the update step that was added last be undone when the instance goes back to before it.
func (b *Builder) Undo() *Builder {
	b.d.Nodes[len(b.d.Nodes)-1].Action.Update.Undo = true
	return b
}

// Subflow adds a step that has another flow run.
func (b *Builder) Subflow(id, flowKey string, more ...func(*flow.Subflow)) *Builder {
	s := &flow.Subflow{Flow: flowKey}
	for _, set := range more {
		set(s)
	}
	return b.node(flow.Node{ID: id, Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionSubflow, Subflow: s}})
}

// Decision adds a decision.
func (b *Builder) Decision(id string) *Builder {
	return b.node(flow.Node{ID: id, Kind: flow.KindDecision})
}

// Fork adds a fork.
func (b *Builder) Fork(id string) *Builder { return b.node(flow.Node{ID: id, Kind: flow.KindFork}) }

// Join adds a join that waits for all.
func (b *Builder) Join(id string) *Builder { return b.node(flow.Node{ID: id, Kind: flow.KindJoin}) }

// JoinAt adds a join that goes on as it says.
func (b *Builder) JoinAt(id string, j flow.Join) *Builder {
	return b.node(flow.Node{ID: id, Kind: flow.KindJoin, Join: &j})
}

// End adds an end with a result.
func (b *Builder) End(id string, result flow.Result) *Builder {
	return b.node(flow.Node{ID: id, Kind: flow.KindEnd, End: &flow.End{Result: result}})
}

// Path adds an arrow from each node to the next.
func (b *Builder) Path(ids ...string) *Builder {
	for i := 1; i < len(ids); i++ {
		b.edge(flow.Edge{From: ids[i-1], To: ids[i]})
	}
	return b
}

// When adds an arrow of a decision with a rule.
func (b *Builder) When(from, to, rule string) *Builder {
	return b.edge(flow.Edge{From: from, To: to, When: rule})
}

// Else adds the default arrow of a decision.
func (b *Builder) Else(from, to string) *Builder {
	return b.edge(flow.Edge{From: from, To: to, Default: true})
}

// Rejected adds the arrow of an approval that is taken on a rejection.
func (b *Builder) Rejected(from, to string) *Builder {
	return b.edge(flow.Edge{From: from, To: to, On: flow.OnRejected})
}

// Late adds an arrow for time running out.
func (b *Builder) Late(from, to string) *Builder {
	return b.edge(flow.Edge{From: from, To: to, On: flow.OnLate})
}

// Definition is what was built.
func (b *Builder) Definition() flow.Definition { return b.d }

// AskAgain has whoever agreed already be asked again.
func (b *Builder) AskAgain() *Builder {
	b.d.Settings = &flow.Settings{Dedup: flow.DedupOff}
	return b
}

// WithdrawEver lets whoever submitted withdraw until the end.
func (b *Builder) WithdrawEver() *Builder {
	b.d.Settings = &flow.Settings{Withdraw: flow.WithdrawAlways}
	return b
}

// OpenedBlocks has nothing withdrawn or taken back once the next person has opened it.
func (b *Builder) OpenedBlocks() *Builder {
	b.d.Settings = &flow.Settings{OpenedBlocks: true}
	return b
}

// CopyFields says which fields a copy shows: pairs of a field and hidden or read.
func (b *Builder) CopyFields(pairs ...string) *Builder {
	b.d.Settings = &flow.Settings{CopyFields: Fields(pairs...)}
	return b
}

// VoidedBy wants a flow to approve before anything is declared void.
func (b *Builder) VoidedBy(flowKey string) *Builder {
	b.d.Settings = &flow.Settings{VoidFlow: flowKey}
	return b
}

// CopiesUrge lets whoever has a copy urge.
func (b *Builder) CopiesUrge() *Builder {
	b.d.Settings = &flow.Settings{CopiesUrge: true}
	return b
}

func (b *Builder) node(n flow.Node) *Builder {
	n.Name = text.T("节点 "+n.ID, "Node "+n.ID)
	b.d.Nodes = append(b.d.Nodes, n)
	return b
}

func (b *Builder) edge(e flow.Edge) *Builder {
	e.ID = fmt.Sprintf("e%d", len(b.d.Edges)+1)
	b.d.Edges = append(b.d.Edges, e)
	return b
}
