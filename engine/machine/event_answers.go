package machine

import (
	"slices"

	"flowline/engine/record"
)

// peopleFound answers who is meant.
func (r *run) peopleFound(ev Event) error {
	i := slices.IndexFunc(r.u.Asked, func(a Ask) bool { return a.Activation == ev.Activation })
	if i < 0 {
		return errNotAsked
	}
	r.u.Asked = slices.Delete(r.u.Asked, i, i+1)
	if r.u.Found == nil {
		r.u.Found = map[string][]string{}
	}
	r.u.Found[ev.Activation] = ev.People
	t, _ := r.tokenIn(ev.Activation)
	r.u.Ready = append(r.u.Ready, t.ID)
	return nil
}

// factsRead answers what the record says.
func (r *run) factsRead(ev Event) error {
	if len(r.u.Want) == 0 {
		return errNotAsked
	}
	r.u.Known, r.u.Facts = true, ev.Facts
	if ev.Facts == nil {
		r.u.Facts = record.Values{}
	}
	r.u.Ready, r.u.Want = append(r.u.Ready, r.u.Want...), nil
	return nil
}

// heldFor is the event that was put off for the answer ev, with it.
func (s State) heldFor(ev Event) *Event {
	if ev.Type != EventFacts || s.Unsettled == nil || s.Unsettled.Held == nil {
		return nil
	}
	held := *s.Unsettled.Held
	held.Facts = ev.Facts
	if held.Facts == nil {
		held.Facts = record.Values{}
	}
	return &held
}
