package machine

import "slices"

// Every activation remembers those that its tokens came from. Since activations are only ever made, never joined to older
// ones, that is a history without circles: what came of a step can be told, and taken back, however the chart is drawn.

// lineage is the activations that a token has come through, its own included. A token that waits in a join has come by
// its own way only, though it waits in an activation with others.
func (r *run) lineage(t Token) map[string]bool {
	return r.back(r.heads(t), "")
}

// heads are the activations at which the way back from a token begins.
func (r *run) heads(t Token) []string {
	if r.standOf(t).Waits {
		return []string{t.From}
	}
	return []string{t.Activation}
}

// back is what is come to by going back from some activations, but never through without.
func (r *run) back(from []string, without string) map[string]bool {
	seen := map[string]bool{}
	todo := slices.Clone(from)
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if id == "" || id == without || seen[id] {
			continue
		}
		seen[id] = true
		todo = append(todo, r.past(id).From...)
	}
	return seen
}

// onEveryWay reports whether all ways that led to the token went through an activation.
func (r *run) onEveryWay(t Token, activation string) bool {
	for id := range r.back(r.heads(t), activation) {
		if len(r.past(id).From) == 0 {
			return false
		}
	}
	return true
}

// since are the activations that came of one, itself included, in the order in which they were entered.
func (r *run) since(activation string) []string {
	came := map[string]bool{activation: true}
	list := []string{activation}
	for _, a := range r.s.Activations {
		if !came[a.ID] && slices.ContainsFunc(a.From, func(id string) bool { return came[id] }) {
			came[a.ID] = true
			list = append(list, a.ID)
		}
	}
	return list
}

// between are the activations on the ways from one to another, both left out, in order; only to be looked at.
func (r *run) between(from, to string) []*Activation {
	before := r.back(r.past(to).From, from)
	var list []*Activation
	for _, id := range r.since(from) {
		if id != from && before[id] {
			list = append(list, r.past(id))
		}
	}
	return list
}
