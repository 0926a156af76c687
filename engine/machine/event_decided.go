package machine

import (
	"slices"

	"flowline/engine/flow"
)

// decided takes one person's decision about a task.
func (r *run) decided(ev Event) error {
	k, err := r.openTaskOf(ev)
	if err != nil {
		return err
	}
	if k.Advice {
		return r.advised(k, ev)
	}
	node := r.node(k.Node)
	if ok, err := r.acceptable(k, node, ev); !ok {
		return err
	}
	r.decide(k, ev)
	t, _ := r.tokenIn(k.Activation)
	r.chooseWay(k.Activation, ev.Direct)
	if len(ev.Set) > 0 {
		r.change(r.g.Type(), "", "", r.u.Facts, ev.Set, Entry{By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID})
	}
	r.tally(t, node, r.s.slot(k.Activation, k.Slot).Group, ev.Outcome)
	return nil
}

// acceptable refuses a decision that cannot be taken as it is. False without a refusal: something is asked first.
func (r *run) acceptable(k *Task, node *flow.Node, ev Event) (bool, error) {
	asks, ok := r.askingAt(node)
	uncounted := ev.Outcome == OutcomeAbstained && r.s.slot(k.Activation, k.Slot).Group != ""
	if !ok || uncounted || !slices.Contains(asks.outcomes(node), ev.Outcome) {
		return false, wrongOutcome(node, k.Type)
	}
	if ev.Seen != 0 && ev.Seen != r.s.Data {
		return false, errDataChanged
	}
	if (ev.Outcome == OutcomeRejected || ev.Outcome == OutcomeApproved && wantsComment(node)) && blank(ev.Comment) {
		return false, errCommentRequired
	}
	form := formOf(r.g, node.ID)
	if err := form.admits(ev.Set); err != nil {
		return false, err
	}
	complete := ev.Outcome != OutcomeRejected && ev.Outcome != OutcomeAbstained && form.requires()
	if !r.u.Known && (len(ev.Set) > 0 || complete) {
		r.hold(ev)
		return false, nil
	}
	if err := form.within(r.u.Facts, ev.Set); err != nil {
		return false, err
	}
	if complete {
		if err := form.complete(r.u.Facts, ev.Set); err != nil {
			return false, err
		}
	}
	return r.picks(ev)
}

// wantsComment reports whether agreeing wants a comment too.
func wantsComment(n *flow.Node) bool {
	return n.Action != nil && n.Action.Approve != nil && n.Action.Approve.Comment
}

// openTaskOf finds the task of an event that its sender may decide now, or a deputy for whom it is.
func (r *run) openTaskOf(ev Event) (*Task, error) {
	i := r.taskAt(ev.Task)
	if i < 0 {
		return nil, errUnknownTask
	}
	k := r.task(i)
	asked := ev.By
	if ev.OnBehalfOf != "" {
		asked = ev.OnBehalfOf
	}
	switch {
	case k.Assignee != asked:
		return nil, errNotYours
	case k.State == TaskWaiting && k.Reason == reasonClaimed:
		return nil, errClaimed
	case k.State == TaskDelegated || k.State == TaskWaiting && k.Reason == reasonSigners:
		return nil, errWithAnother
	case k.State == TaskWaiting:
		return nil, errNotYet
	case k.State != TaskOpen:
		return nil, alreadyDecided(k)
	case asked != ev.By:
		return k, r.s.DeputyFor(*k, ev.By)
	}
	return k, nil
}

// states are what a task becomes by its outcome.
var states = map[Outcome]TaskState{OutcomeApproved: TaskApproved, OutcomeRejected: TaskRejected, OutcomeDone: TaskDone, OutcomeAbstained: TaskAbstained}

func (r *run) decide(k *Task, ev Event) {
	k.State, k.DecidedAt, k.DecidedBy, k.Comment, k.Data = states[ev.Outcome], r.at, ev.By, ev.Comment, r.s.Data
	k.OnBehalfOf = ev.OnBehalfOf
	r.dropTimers(k.ID)
	r.sign(k.Activation, k.Slot, ev.Outcome)
	whose := "" // by nobody, or by whoever was asked before
	if ev.By != k.Assignee && ev.OnBehalfOf == "" {
		whose = k.Assignee
	}
	r.tell(Entry{
		Type: EntryTaskDecided, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Person: whose, Node: k.Node, Activation: k.Activation,
		Task: k.ID, Comment: ev.Comment, Files: ev.Files, Data: Data{Outcome: ev.Outcome, Version: r.s.Data, Reason: k.Reason},
	})
}
