package machinetest

import (
	"math/rand/v2"
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// subflows makes sub-flow steps of some approvals. What it draws is drawn apart, so that the rest of a walk stays as it is.
func (w *Walker) subflows(d *flow.Definition) {
	dice := rand.New(rand.NewPCG(uint64(len(d.Nodes)), uint64(len(d.Edges))))
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Action == nil || n.Action.Approve == nil || dice.IntN(4) > 0 {
			continue
		}
		s := &flow.Subflow{Flow: "vetting", Detached: dice.IntN(5) == 0}
		if dice.IntN(2) == 0 {
			s.Each = &flow.Each{Count: 1 + dice.IntN(3)}
			s.Finish = []*flow.Finish{nil, {Mode: flow.FinishAny}, {Mode: flow.FinishN, N: 2}}[dice.IntN(3)]
		}
		s.Reject = []*flow.Reject{nil, {To: flow.RejectStart}, {To: flow.RejectPrevious}, {Parallel: flow.RejectOwn}, {Parallel: flow.RejectLater}}[dice.IntN(5)]
		n.Action = &flow.Action{Type: flow.ActionSubflow, Subflow: s}
	}
}

// child draws what is told of a child: mostly that it runs and was approved, now and then that it changed the record.
func (w *Walker) child() (machine.Event, bool) {
	var live []machine.Child
	for _, c := range w.Play.State.Children {
		detached := w.Play.Graph.Node(c.Node).Action.Subflow.Detached
		if c.State == machine.ChildWanted || c.State == machine.ChildStarted && !detached {
			live = append(live, c)
		}
	}
	if len(live) == 0 {
		return machine.Event{}, false
	}
	c := live[w.dice.IntN(len(live))]
	news := &machine.ChildNews{ID: c.ID}
	switch {
	case w.dice.IntN(10) == 0:
		if c.State == machine.ChildWanted {
			news.ID = "" // another one over the record
		}
		news.Before, news.Set = record.Values{"title": w.Play.Record["title"]}, record.Values{"title": strconv.Itoa(w.dice.IntN(9))}
		return machine.Event{Type: machine.EventShared, Child: news}, true
	case c.State == machine.ChildStarted:
		news.Status = pick(w, machine.Approved, machine.Approved, machine.Approved, machine.Rejected, machine.Terminated)
		return machine.Event{Type: machine.EventChildEnded, Child: news}, true
	case w.dice.IntN(6) == 0:
		news.Reason = "record_locked"
		return machine.Event{Type: machine.EventChildFailed, Child: news}, true
	}
	news.Instance, news.Version = "i-"+c.ID, 1+w.dice.IntN(2)
	return machine.Event{Type: machine.EventChildStarted, Child: news}, true
}
