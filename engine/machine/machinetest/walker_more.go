package machinetest

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// submitting draws how the instance is submitted: by a person, or set off by something else, or called by another instance.
func (w *Walker) submitting() machine.Event {
	ev := machine.Event{Type: machine.EventSubmitted, By: "ann"}
	ev.Unattended = w.chance(6)
	if w.chance(5) {
		ev.Caller = &machine.Call{Instance: "i-caller", Child: "c1", Depth: 1, Waits: w.chance(2)}
	}
	if ev.Caller == nil && w.chance(8) {
		ev.Voids = "i-lease"
	}
	return ev
}

// further draws what a walk knows beside the rest; false when nothing is drawn.
func (w *Walker) further() (machine.Event, bool) {
	if ev, any := w.removing(); any && w.chance(2) {
		return ev, true
	}
	if w.Play.State.Caller != nil && w.chance(12) {
		return machine.Event{Type: machine.EventCalledOff, Reason: "ended"}, true
	}
	switch w.more.IntN(16) {
	case 0, 1, 2, 3:
		return w.byDeputy()
	case 4, 5:
		return w.childOver()
	case 6:
		return w.unsavable()
	case 7, 8:
		return w.unseen()
	case 9, 10:
		if w.chance(16) {
			return machine.Event{Type: machine.EventTerminated, By: "admin", Comment: "a mistake"}, true
		}
	case 11:
		return machine.Event{Type: machine.EventHandedOver, People: []string{w.one()}, To: w.one()}, true
	case 12:
		return machine.Event{Type: machine.EventWithdrawn, By: "ann", Opened: w.openIDs()}, w.chance(8)
	case 13:
		return w.claiming()
	}
	return machine.Event{}, false
}

// byDeputy has somebody else do what an assignee may.
func (w *Walker) byDeputy() (machine.Event, bool) {
	open := w.Play.Open()
	if len(open) == 0 {
		return machine.Event{}, false
	}
	k := open[w.more.IntN(len(open))]
	ev := w.withTask(k)
	if ev.By = w.one(); ev.By != k.Assignee {
		ev.OnBehalfOf = k.Assignee
	}
	return ev, true
}

// childOver tells that a child that was waited for has ended, whether or not it is still wanted.
func (w *Walker) childOver() (machine.Event, bool) {
	over := slices.DeleteFunc(slices.Clone(w.Play.State.Children), func(c machine.Child) bool {
		detached := w.Play.Graph.Node(c.Node).Action.Subflow.Detached
		return detached || c.State != machine.ChildStarted && c.State != machine.ChildCalled
	})
	if len(over) == 0 {
		return machine.Event{}, false
	}
	news := &machine.ChildNews{ID: over[w.more.IntN(len(over))].ID, Status: oneOf(w.more, machine.Approved, machine.Approved, machine.Rejected, machine.Withdrawn)}
	return machine.Event{Type: machine.EventChildEnded, Child: news}, true
}

// told makes up what the record of a child says; now and then it says nothing new.
func (w *Walker) told() record.Values {
	if w.chance(8) {
		return nil
	}
	return record.Values{"credit_score": decimal.NewFromInt(int64(w.more.IntN(100)))}
}

// unsavable decides, and an update that may follow could not be saved.
func (w *Walker) unsavable() (machine.Event, bool) {
	open := w.Play.Open()
	var updates []string
	for _, n := range w.Play.Graph.Definition().Nodes {
		if n.Action != nil && n.Action.Update != nil {
			updates = append(updates, n.ID)
		}
	}
	if len(open) == 0 || len(updates) == 0 {
		return machine.Event{}, false
	}
	k := open[w.more.IntN(len(open))]
	return machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: w.outcome(k), Comment: "so", Unsavable: updates}, true
}

// removing does without people who were added before.
func (w *Walker) removing() (machine.Event, bool) {
	for _, k := range w.Play.State.Tasks {
		decided := k.State != machine.TaskOpen && k.State != machine.TaskWaiting && k.State != machine.TaskDelegated && k.State != machine.TaskPending
		if added := machine.Removable(w.Play.Graph, w.Play.State, *k); len(added) > 0 && !decided {
			return machine.Event{Type: machine.EventSignersRemoved, By: k.Assignee, Task: k.ID, People: added[:1+w.more.IntN(len(added))]}, true
		}
	}
	return machine.Event{}, false
}

// unseen decides on values as they were, or as they are.
func (w *Walker) unseen() (machine.Event, bool) {
	open := w.Play.Open()
	if len(open) == 0 {
		return machine.Event{}, false
	}
	k := open[w.more.IntN(len(open))]
	return machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: w.outcome(k), Comment: "so",
		Seen: max(1, w.Play.State.Data-w.more.IntN(2))}, true
}

// claiming takes a task out of its pool or puts it back.
func (w *Walker) claiming() (machine.Event, bool) {
	open := w.Play.Open()
	if len(open) == 0 {
		return machine.Event{}, false
	}
	k := open[w.more.IntN(len(open))]
	if i := slices.IndexFunc(open, func(x machine.Task) bool { return x.Claimed }); i >= 0 {
		k = open[i]
		return machine.Event{Type: machine.EventPutBack, By: k.Assignee, Task: k.ID, Comment: "no time"}, true
	}
	return machine.Event{Type: machine.EventClaimed, By: k.Assignee, Task: k.ID}, true
}

// afterwards does to the ended instance what still can be done.
func (w *Walker) afterwards() {
	if !w.Play.State.Status.Ended() || len(w.Broken) > 0 {
		return
	}
	values := func(n int64) record.Values { return record.Values{"amount": decimal.NewFromInt(n)} }
	merge := func(by string, m machine.Merge) machine.Event {
		m.Before = values(1)
		return machine.Event{Type: machine.EventMerged, By: by, Merge: &m}
	}
	all := []machine.Event{
		merge("", machine.Merge{Set: values(2)}), merge("", machine.Merge{Left: values(2)}), merge("ann", machine.Merge{Gone: values(2)}),
		{Type: machine.EventVoided, By: "admin", Comment: "signed by mistake"},
		{Type: machine.EventUrged, By: "ann"}, {Type: machine.EventSuspended, By: "admin", Comment: "pause"},
	}
	for _, k := range w.Play.State.Tasks {
		if k.DecidedBy != "" {
			all = append(all, machine.Event{Type: machine.EventTakenBack, By: k.DecidedBy, Task: k.ID})
		}
	}
	for range w.more.IntN(5) {
		w.do(w.voiding())
	}
	for range w.more.IntN(4) {
		w.do(oneOf(w.more, all...))
	}
}

// voiding asks to have the instance declared void, or tells how that ended.
func (w *Walker) voiding() machine.Event {
	if w.chance(2) {
		status := oneOf(w.more, machine.Approved, machine.Rejected, machine.Withdrawn)
		return machine.Event{Type: machine.EventVoidAnswered, Child: &machine.ChildNews{Instance: "i-void", Status: status}}
	}
	return machine.Event{
		Type: machine.EventVoidAsked, By: oneOf(w.more, "ann", "admin"), Comment: "signed by mistake", Child: &machine.ChildNews{Instance: "i-void"},
	}
}

// amend brings with an event what it was refused for, if that can be brought: people picked, a field filled in.
func (w *Walker) amend(ev *machine.Event, refusal error) bool {
	f := fault.From(refusal)
	switch f.Reason {
	case "field_required":
		set := record.Values{"note": "so"}
		for key, v := range ev.Set {
			set[key] = v
		}
		amended := ev.Set["note"] == nil
		ev.Set = set
		return amended
	case "pick_required":
		node := strings.TrimPrefix(f.Fields[0].Path, "picks.")
		if ev.Picks[node] != nil {
			return false
		}
		picks := map[string][]string{node: w.picked(node)}
		for other, people := range ev.Picks {
			picks[other] = people
		}
		ev.Picks = picks
		w.drew(optionsOfEvent(*ev)...)
		return true
	}
	return false
}

// picked draws as many of the people of a step as it wants; now and then others, or too many.
func (w *Walker) picked(node string) []string {
	for _, p := range machine.Pickings(w.Play.Graph) {
		if p.Node != node {
			continue
		}
		var scope []string
		for _, s := range p.By {
			for _, id := range w.Play.meant(s, w.Play.State.InCharge(), w.Play.Record) {
				if !slices.Contains(scope, id) && !w.Play.Off[id] {
					scope = append(scope, id)
				}
			}
		}
		w.more.Shuffle(len(scope), func(i, j int) { scope[i], scope[j] = scope[j], scope[i] })
		least, most := p.Limits(scope)
		if w.chance(10) || most == 0 {
			return []string{w.one()}
		}
		return scope[:least+w.more.IntN(most-least+1)]
	}
	return nil
}

func (w *Walker) openIDs() []string {
	var ids []string
	for _, k := range w.Play.Open() {
		ids = append(ids, k.ID)
	}
	return ids
}

// chance is true once in n times.
func (w *Walker) chance(n int) bool { return w.more.IntN(n) == 0 }

func (w *Walker) one() string { return oneOf(w.more, crowd...) }
