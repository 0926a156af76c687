package machine

import (
	"maps"
	"slices"

	"flowline/engine/record"
)

// ChildNews is what is told of a child, by its id in this instance.
type ChildNews struct {
	ID       string `json:"id"`
	Instance string `json:"instance,omitempty"` // started: its own
	Version  int    `json:"version,omitempty"`  // started: of its flow
	Status   Status `json:"status,omitempty"`   // ended: how
	Reason   string `json:"reason,omitempty"`   // failed: the reason of the refusal to start it
	// Before and Set are, of a shared record that was changed, what was: it is saved.
	Before record.Values `json:"before,omitempty"`
	Set    record.Values `json:"set,omitempty"`
}

// childStarted takes note that a child runs.
func (r *run) childStarted(ev Event) error {
	c, err := r.childIn(ev, ChildWanted)
	if err != nil {
		return err
	}
	c.State, c.Instance, c.Version = ChildStarted, ev.Child.Instance, ev.Child.Version
	r.tell(Entry{Type: EntryChildStarted, Node: c.Node, Activation: c.Activation, Data: Data{Detail: c.Item, Child: c.Instance}})
	r.readyAt(c.Activation)
	return nil
}

// childFailed holds the step: a child cannot be started. It is tried again when an admin says so.
func (r *run) childFailed(ev Event) error {
	c, err := r.childIn(ev, ChildWanted)
	if err != nil {
		return err
	}
	r.failed(c, ev.Child.Reason)
	return nil
}

func (r *run) failed(c *Child, reason string) {
	c.State, c.Reason = ChildFailed, reason
	if t, ok := r.tokenIn(c.Activation); ok && !r.stuck(t) {
		r.incident(t, incidentChildFailed, reason)
	}
}

// childEnded takes note of what a child came to. One that ended without an answer, because an admin ended it, holds the step.
func (r *run) childEnded(ev Event) error {
	c, err := r.childIn(ev, ChildStarted)
	if err != nil {
		return err
	}
	r.tell(Entry{Type: EntryChildEnded, Node: c.Node, Activation: c.Activation, Data: Data{Status: ev.Child.Status, Detail: c.Item, Child: c.Instance}})
	switch ev.Child.Status {
	case Approved:
		c.State = ChildApproved
	case Rejected:
		c.State = ChildRejected
	default:
		r.failed(c, string(ev.Child.Status))
		return nil
	}
	r.readyAt(c.Activation)
	return nil
}

// shared takes note that another instance over the same record has changed it: that is a version of the values here too, on
// which nobody has decided yet.
func (r *run) shared(ev Event) error {
	switch {
	case r.s.Status.Ended():
		return errEnded
	case ev.Child == nil || len(ev.Child.Set) == 0:
		return errUnknownChild
	}
	told := Entry{Type: EntryUpdated}
	if ev.Child.ID != "" {
		c, err := r.childOf(ev.Child.ID)
		if err != nil {
			return err
		}
		told.Node, told.Activation = c.Node, c.Activation
	}
	before, set := ev.Child.Before, ev.Child.Set
	r.s.Data++
	told.Data = Data{Fields: slices.Sorted(maps.Keys(set)), Before: before, After: set, Version: r.s.Data, Reason: reasonShared}
	r.tell(told)
	r.changedSince(parts(r.g.Type(), before, set))
	r.followDates(told.Data.Fields)
	return nil
}

// childIn finds the child that an event is about, in a state that the event wants.
func (r *run) childIn(ev Event, in ...ChildState) (*Child, error) {
	if r.s.Status.Ended() {
		return nil, errEnded
	}
	if ev.Child == nil {
		return nil, errUnknownChild
	}
	c, err := r.childOf(ev.Child.ID)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(in, c.State) {
		return nil, errChildMoved
	}
	return c, nil
}

// readyAt has the token of an activation go on, unless the instance is suspended: then it does when that is resumed.
func (r *run) readyAt(activation string) {
	if t, ok := r.tokenIn(activation); ok && r.s.SuspendedAt.IsZero() {
		r.u.Ready = append(r.u.Ready, t.ID)
	}
}

// calledOff ends an instance whose caller wants it no more. If that is because the caller was taken back to before it,
// withdrawn or rejected, the caller has put back what this one changed.
func (r *run) calledOff(ev Event) error {
	switch {
	case r.s.Status.Ended():
		return errEnded
	case r.s.Caller == nil:
		return errNobodysChild
	}
	r.tell(Entry{Type: EntryCalledOff, Data: Data{Reason: ev.Reason}})
	r.tellUndone(ev.Restored)
	r.end(Terminated, reasonCaller)
	return nil
}

// childRead answers what the record of a child says.
func (r *run) childRead(ev Event) error {
	if ev.Child == nil {
		return errNotAsked
	}
	i := slices.IndexFunc(r.u.Asked, func(a Ask) bool { return a.Type == AskChild && a.Child == ev.Child.ID })
	if i < 0 {
		return errNotAsked
	}
	activation := r.u.Asked[i].Activation
	r.u.Asked = slices.Delete(r.u.Asked, i, i+1)
	if r.u.Says == nil {
		r.u.Says = map[string]record.Values{}
	}
	if r.u.Says[ev.Child.ID] = ev.Facts; ev.Facts == nil {
		r.u.Says[ev.Child.ID] = record.Values{}
	}
	r.readyAt(activation)
	return nil
}

// childFacts gives what the record of a child says; when that is not known yet it is asked.
func (r *run) childFacts(t Token, child string) (record.Values, bool) {
	if told, ok := r.u.Says[child]; ok {
		return told, true
	}
	ask := Ask{Type: AskChild, Activation: t.Activation, Purpose: "child:" + child, Child: child}
	if !slices.ContainsFunc(r.u.Asked, func(a Ask) bool { return a.about() == ask.about() }) {
		r.u.Asked = append(r.u.Asked, ask)
	}
	return nil, false
}
