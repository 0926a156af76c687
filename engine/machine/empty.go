package machine

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/org"
)

// fallback says who is asked where nobody is found, by the step's own setting, for the whole step or for one slot of it:
// those named for it, then the flow's admins, then those of the product, whoever is found first. Nobody: instead is what
// the step then comes to; "" means an incident. False when the people are not known yet.
func (r *run) fallback(t Token, node *flow.Node, slot string) (people []string, instead Outcome, ok bool) {
	settings := asksOf(node)
	switch settings.empty.Do {
	case flow.EmptyApprove:
		return nil, agreed(node), true
	case flow.EmptyReject:
		return nil, OutcomeRejected, true
	case flow.EmptyBlock:
		return nil, "", true
	case flow.EmptyPeople, flow.EmptyAdmins:
	}
	var flowAdmins []org.Selector
	if s := r.g.Definition().Settings; s != nil {
		flowAdmins = s.Admins
	}
	for _, level := range []struct {
		purpose string
		by      []org.Selector
	}{
		{"empty", settings.empty.By}, {"admins", flowAdmins}, {"product", []org.Selector{{Admins: true}}},
	} {
		if len(level.by) == 0 {
			continue
		}
		found, ok := r.peopleFor(t, level.purpose+slot, level.by)
		if !ok {
			return nil, "", false
		}
		found = slices.DeleteFunc(found, func(p string) bool {
			return r.s.ownRequest(node, p) || slot != "" && r.s.Signs(p, t.Activation)
		})
		if len(found) > 0 {
			return found, "", true
		}
	}
	return nil, "", true
}

// passOver settles a step at which nobody is asked.
func (r *run) passOver(t Token, node *flow.Node, outcome Outcome) {
	r.tell(Entry{Type: EntryTaskSkipped, Node: node.ID, Activation: t.Activation, Data: Data{Reason: incidentNobody, Outcome: outcome}})
	r.settled(t, outcome)
}

// agreed is the outcome of a step that is passed.
func agreed(node *flow.Node) Outcome {
	if node.Action != nil && node.Action.Approve != nil {
		return OutcomeApproved
	}
	return OutcomeDone
}
