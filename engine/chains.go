package engine

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
)

// vacantLevels says who signs for a vacant level of a chain that leaves it to its step, by what the step says for when
// nobody is found: others, nobody because the level is passed, or nobody at all, which leaves it to the whole step.
func (m *move) vacantLevels(activation string) (others []org.Selector, passes bool) {
	i := slices.IndexFunc(m.state.Activations, func(a *machine.Activation) bool { return a.ID == activation })
	if i < 0 {
		return nil, false
	}
	n, _ := m.version.node(m.state.Activations[i].Node)
	if n.Action == nil || n.Action.Approve == nil {
		return nil, false
	}
	empty := n.Action.Approve.Empty
	if empty == nil {
		empty = &flow.Empty{}
	}
	switch empty.Do {
	case flow.EmptyApprove:
		return nil, true
	case flow.EmptyPeople:
		return empty.By, false
	case flow.EmptyAdmins:
		if s := m.version.Definition.Settings; s != nil && len(s.Admins) > 0 {
			return s.Admins, false
		}
		return []org.Selector{{Admins: true}}, false
	}
	return nil, false
}
