package machine

import (
	"maps"
	"slices"

	"flowline/engine/record"
)

// peopleFound answers who is meant.
func (r *run) peopleFound(ev Event) error {
	asked := question{ev.Activation, ev.Purpose}
	i := slices.IndexFunc(r.u.Asked, func(a Ask) bool { return a.about() == asked })
	if i < 0 {
		return errNotAsked
	}
	r.u.Asked = slices.Delete(r.u.Asked, i, i+1)
	if r.u.Found == nil {
		r.u.Found = map[question][]string{}
	}
	r.u.Found[asked] = ev.People
	if t, ok := r.tokenIn(ev.Activation); ok {
		r.u.Ready = append(r.u.Ready, t.ID)
	}
	return nil
}

// factsRead answers what the record says.
func (r *run) factsRead(ev Event) error {
	if len(r.u.Want) == 0 && r.u.Ending == "" {
		return errNotAsked
	}
	r.u.Known, r.u.Facts = true, ev.Facts
	if ev.Facts == nil {
		r.u.Facts = record.Values{}
	}
	if r.u.Back {
		r.u.BackFacts, r.u.Back, r.u.Parts = backFactsOf(ev), false, nil
	}
	if reason := r.u.Ending; reason != "" {
		r.u.Ending = ""
		r.end(Rejected, reason)
		return nil
	}
	r.u.Ready, r.u.Want = append(r.u.Ready, r.u.Want...), nil
	return nil
}

// backFactsOf is what an answer brings for putting changes back.
func backFactsOf(ev Event) *BackFacts {
	if ev.BackFacts == nil {
		return &BackFacts{}
	}
	return ev.BackFacts
}

// heldFor is the event that was put off for the answer ev, with it.
func (s State) heldFor(ev Event) *Event {
	if s.Unsettled == nil || s.Unsettled.Held == nil {
		return nil
	}
	held := *s.Unsettled.Held
	people := slices.ContainsFunc(s.Unsettled.Asked, func(a Ask) bool { return a.about() == question{ev.Activation, ev.Purpose} })
	switch {
	case ev.Type == EventFacts && len(s.Unsettled.Asked) == 0:
		held.Facts = ev.Facts
		if held.Facts == nil {
			held.Facts = record.Values{}
		}
		if s.Unsettled.Back {
			held.BackFacts = backFactsOf(ev)
		}
	case ev.Type == EventPeople && people:
		held.Found = maps.Clone(held.Found)
		if held.Found == nil {
			held.Found = map[string][]string{}
		}
		held.Found[ev.Purpose] = ev.People
	default:
		return nil
	}
	return &held
}
