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
	if found, ok := r.u.Found[t.Activation]; ok {
		delete(r.u.Found, t.Activation)
		return distinct(found), true
	}
	r.u.Asked = append(r.u.Asked, Ask{Type: AskPeople, Activation: t.Activation, Selectors: selectors})
	return nil, false
}

// hold puts an event off until the facts are known: it is then taken as if it had brought them.
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
