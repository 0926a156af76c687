package machine

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/org"
)

// asks are the settings of a step by which it finds the people it asks.
type asks struct {
	by    []org.Selector
	empty flow.Empty
	pick  *flow.Pick
}

func asksOf(node *flow.Node) asks {
	a := asks{}
	var empty *flow.Empty
	switch {
	case node.Action == nil:
	case node.Action.Approve != nil:
		a.by, a.pick, empty = node.Action.Approve.By, node.Action.Approve.Pick, node.Action.Approve.Empty
	case node.Action.Do != nil:
		a.by, a.pick, empty = node.Action.Do.By, node.Action.Do.Pick, node.Action.Do.Empty
	}
	if empty != nil {
		a.empty = *empty
	}
	return a
}

// whom gives the people whom a step asks; none when that is not known yet, or when the step is settled or held without
// asking. An admin's word comes before all settings.
func (r *run) whom(t Token, node *flow.Node) []string {
	if named := r.u.Named[t.Activation]; len(named) > 0 {
		return named
	}
	settings := asksOf(node)
	people, ok := r.askedAt(t, settings)
	if !ok {
		return nil
	}
	if settings.pick != nil && r.activation(t.Activation).Again == "" {
		if people, ok = r.picked(node, *settings.pick, people); !ok {
			return nil
		}
	}
	if node.Action.Approve != nil && len(people) > 0 {
		if people, ok = r.notOneself(t, node, people); !ok {
			return nil
		}
	}
	if len(people) > 0 {
		return people
	}
	people, instead, ok := r.fallback(t, node, "")
	switch {
	case !ok || len(people) > 0:
		return people
	case instead != "":
		r.passOver(t, node, instead)
	default:
		r.incident(t, incidentNobody, "")
	}
	return nil
}

// notOneself leaves whoever submitted out of those who are to approve, or asks instead of them whom the step says. When
// nobody else is there, the step is passed with a task that is marked as skipped, and false is answered; but not when the
// step names the submitter outright, or has fields that must be filled in: then the submitter is asked.
func (r *run) notOneself(t Token, node *flow.Node, people []string) ([]string, bool) {
	settings := node.Action.Approve
	at := slices.IndexFunc(people, r.s.Own)
	if at < 0 || settings.Self == flow.SelfAsk || namesSubmitter(settings.By) {
		return people, true
	}
	others := slices.DeleteFunc(slices.Clone(people), r.s.Own)
	superiors := map[flow.SelfDo]org.Selector{
		flow.SelfManager: {ManagerOf: org.OfSubmitter}, flow.SelfHead: {HeadOf: org.OfSubmitter},
	}
	if superior, instead := superiors[settings.Self]; instead {
		found, ok := r.peopleFor(t, "self", []org.Selector{superior})
		found = slices.DeleteFunc(found, r.s.Own)
		return distinct(slices.Insert(others, at, found...)), ok
	}
	switch {
	case len(others) > 0:
		return others, true
	case requires(settings.Fields):
		return people, true
	}
	r.skip(t, node, people[at], reasonSubmitter)
	r.settled(t, OutcomeApproved)
	return nil, false
}

func namesSubmitter(by []org.Selector) bool {
	return slices.ContainsFunc(by, func(s org.Selector) bool { return s.Submitter })
}
