package machine

import (
	"slices"

	"flowline/engine/flow"
)

// takenBack has somebody take the own decision back, as long as nobody has gone by it: while the step still waits for
// others, or as long as nobody has decided what it led to and no step without people has been done since. The task is then
// theirs again.
func (r *run) takenBack(ev Event) error {
	k, err := r.ownDecision(ev.Task, ev.By)
	if err != nil {
		return err
	}
	if err := r.mayTakeBack(k, ev.Opened); err != nil {
		return err
	}
	was := *k
	r.tell(Entry{Type: EntryTakenBack, By: ev.By, Node: k.Node, Activation: k.Activation, Task: k.ID, Comment: ev.Comment, Files: ev.Files})
	node := r.node(was.Node)
	if t, waits := r.tokenIn(was.Activation); waits {
		r.reopen(t, node, was)
		return nil
	}
	r.takeUpAgain(was)
	return nil
}

// ownDecision finds a task that by has decided.
func (r *run) ownDecision(id, by string) (*Task, error) {
	i := r.taskAt(id)
	if i < 0 {
		return nil, errUnknownTask
	}
	k := r.task(i)
	switch {
	case k.DecidedBy != by || k.Reason == reasonBefore || !k.signed() && k.State != TaskOpen:
		return nil, errNotYours
	case r.s.takenBack(k) || k.State != TaskApproved && k.State != TaskDone && k.State != TaskRejected && k.State != TaskAbstained:
		return nil, errNothingToTakeBack
	}
	return k, nil
}

// takenBack reports whether a decision was taken back at a step that went on waiting. Its task stays as it was, to be seen.
func (s State) takenBack(k *Task) bool {
	if !k.signed() {
		return false
	}
	for i := range s.Tasks {
		if x := s.Tasks[i]; x.Origin == k.ID && x.Activation == k.Activation && x.Slot == k.Slot && !x.Advice {
			return true
		}
	}
	return false
}

// mayTakeBack refuses when somebody has gone by the decision.
func (r *run) mayTakeBack(k *Task, opened []string) error {
	a := r.activation(k.Activation)
	switch {
	case r.s.Status.Ended():
		return errEnded
	case k.Type == TaskSubmit || k.Advice || forbids(r.node(k.Node), flow.CanTakeBack) || a.Superseded:
		return errNothingToTakeBack
	}
	if owner := r.slotOf(k); owner == nil || owner.Outcome == "" || owner.Group != "" || r.oneByOne(k) {
		return errGoneBy
	}
	came := r.since(k.Activation)[1:]
	_, waits := r.tokenIn(k.Activation)
	if waits && inOrder(r.node(k.Node)) { // else those asked with whom it is are asked whatever is decided
		came = []string{k.Activation}
	}
	if r.stands(opened, func(o *Task) bool { return slices.Contains(came, o.Activation) }) {
		return errOpened
	}
	if waits {
		return nil
	}
	for _, id := range came {
		next := r.activation(id)
		n := r.node(next.Node)
		_, asks := r.askingAt(n)
		joined := n.Kind == flow.KindJoin && (len(next.From) > 1 || n.Wants() > 0 && next.Outcome != "") // or has called others off
		done := n.Kind == flow.KindStep && !asks && next.Outcome != ""
		acted := slices.ContainsFunc(r.s.Tasks, func(o *Task) bool { return o.Activation == id && o.acted() })
		called := slices.ContainsFunc(r.childrenOf(id), func(c *Child) bool { return c.State != ChildWanted })
		if joined || done || acted || called || len(next.Groups) > 0 || n.Kind == flow.KindEnd {
			return errGoneBy
		}
	}
	if !slices.ContainsFunc(r.s.Tokens, func(t Token) bool { return r.lineage(t)[k.Activation] }) {
		return errGoneBy
	}
	return nil
}

// oneByOne reports whether somebody later in the order has been asked because of the decision, and has acted.
func (r *run) oneByOne(k *Task) bool {
	n := r.node(k.Node)
	if n.Action == nil || n.Action.Approve == nil || !quorumOf(n).oneByOne {
		return false
	}
	a := r.activation(k.Activation)
	at := r.placeOfSlot(a.ID, k.Slot)
	return slices.ContainsFunc(a.Slots[at+1:], func(s Slot) bool {
		acted := slices.ContainsFunc(r.s.Tasks, func(o *Task) bool { return o.Slot == s.ID && o.acted() })
		return acted || s.Outcome != "" || slices.ContainsFunc(a.Groups, func(g Group) bool { return g.Slot == s.ID })
	})
}

// acted reports whether somebody has done something with the task, be it not yet decided.
func (k Task) acted() bool {
	return k.signed() || k.State == TaskMoved || k.State == TaskDelegated || k.Claimed || k.Advice
}

func (r *run) slotOf(k *Task) *Slot {
	a := r.activation(k.Activation)
	for i := range a.Slots {
		if a.Slots[i].ID == k.Slot {
			return &a.Slots[i]
		}
	}
	return nil
}

// reopen asks for the signature again, at a step that still waits. In order, the next is asked no more.
func (r *run) reopen(t Token, node *flow.Node, was Task) {
	r.sign(t.Activation, was.Slot, "")
	if node.Action.Approve != nil && quorumOf(node).oneByOne {
		r.cancelTasks(func(k *Task) bool { return k.Activation == t.Activation && k.State == TaskOpen }, reasonTakenBack)
		for i := range r.s.Tasks {
			if k := r.s.Tasks[i]; k.Activation == t.Activation && k.State == TaskCancelled && k.Reason == reasonTakenBack && k.DecidedAt.Equal(r.at) {
				r.takeOver(t, node, *k, false)
			}
		}
	}
	r.takeOver(t, node, was, true)
}

// takeOver makes a new task, open or waiting, for the slot of an earlier one.
func (r *run) takeOver(t Token, node *flow.Node, was Task, open bool) {
	k := r.addTask(t, node, r.placeOfSlot(t.Activation, was.Slot), open)
	k.Origin = was.ID
}

func (r *run) placeOfSlot(activation, slot string) int {
	return slices.IndexFunc(r.activation(activation).Slots, func(s Slot) bool { return s.ID == slot })
}

// takeUpAgain makes the step wait anew, as it was before the decision that settled it: what came of it is gone, and all
// who had not signed by then are asked again.
func (r *run) takeUpAgain(was Task) {
	before := *r.activation(was.Activation)
	i := slices.IndexFunc(r.s.Tokens, func(t Token) bool { return r.lineage(t)[before.ID] })
	scope := r.s.Tokens[i].Scope
	if r.s.liveScope(before.Scope) {
		scope = before.Scope
	}
	r.unjoin(before.ID, scope)
	r.unwind(before.ID, reasonTakenBack)
	token := Token{ID: r.id("t"), Node: before.Node, Scope: scope}
	if len(before.From) > 0 {
		token.Activation = before.From[0]
	}
	r.s.Tokens = append(r.s.Tokens, token)
	r.u.Keep = was.Assignee
	r.enterAgain(token.ID, before.Node, before.ID)
	r.u.Keep = ""
}

// unjoin has the joins that fired for what came of an activation fire again for the scopes around it.
func (r *run) unjoin(activation, scope string) {
	came := r.since(activation)
	for id := scope; id != ""; id = r.s.scope(id).Parent {
		s := r.s.scope(id)
		if slices.ContainsFunc(came, func(c string) bool {
			a := r.activation(c)
			return a.Node == r.g.Closing(s.Node) && a.Scope != id && nest(r.s.Scopes).within(id, a.Scope)
		}) {
			s.Joined = false
		}
	}
}
