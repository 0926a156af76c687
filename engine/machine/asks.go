package machine

import (
	"slices"

	"flowline/engine/org"
	"flowline/engine/record"
)

// facts gives what the record says; when that is not known yet it is asked, and the token goes on with the answer.
func (r *run) facts(t Token) (record.Values, bool) {
	if r.u.Known {
		return r.u.Facts, true
	}
	if !slices.Contains(r.u.Want, t.ID) {
		r.u.Want = append(r.u.Want, t.ID)
	}
	return nil, false
}

// people gives whom the selectors mean for the token's activation; when that is not known yet it is asked.
func (r *run) people(t Token, selectors []org.Selector) ([]string, bool) {
	return r.peopleFor(t, "", selectors)
}

// peopleFor is people for one purpose of several.
func (r *run) peopleFor(t Token, purpose string, selectors []org.Selector) ([]string, bool) {
	return r.meant(Ask{Type: AskPeople, Activation: t.Activation, Purpose: purpose, Selectors: selectors})
}

// meant gives the answer to a question about people; when there is none yet it is asked.
func (r *run) meant(ask Ask) ([]string, bool) {
	if found, ok := r.u.Found[ask.about()]; ok {
		return distinct(found), true
	}
	if !slices.ContainsFunc(r.u.Asked, func(a Ask) bool { return a.about() == ask.about() }) {
		r.u.Asked = append(r.u.Asked, ask)
	}
	return nil, false
}

// about tells questions apart.
func (a Ask) about() question { return question{a.Activation, a.Purpose} }

// question is which people are asked for.
type question struct{ activation, purpose string }

// meantBy gives whom the selectors mean, which decides whether an event is refused; when that is not known yet it is asked,
// and the event is put off until then.
func (r *run) meantBy(ev Event, purpose string, selectors []org.Selector) ([]string, bool) {
	if found, ok := ev.Found[purpose]; ok {
		return found, true
	}
	r.u.Asked = append(r.u.Asked, Ask{Type: AskPeople, Purpose: purpose, Selectors: selectors, Set: ev.Set})
	r.hold(ev)
	return nil, false
}

// hold puts an event off until what it depends on is known: it is then taken as if it had brought that.
func (r *run) hold(ev Event) {
	r.u.Held = &ev
	r.event = nil
}

func distinct(people []string) []string {
	var out []string
	for _, p := range people {
		if p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}
