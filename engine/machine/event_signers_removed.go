package machine

import (
	"slices"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// signersRemoved has somebody do without signers they added, as long as those have not acted. A group of which nobody is
// left is as good as one that has agreed.
func (r *run) signersRemoved(ev Event) error {
	i := r.taskAt(ev.Task)
	if i < 0 {
		return errUnknownTask
	}
	k := r.s.Tasks[i]
	switch {
	case k.Assignee != ev.By:
		return errNotYours
	case !k.live() && k.State != TaskPending:
		return alreadyDecided(k)
	case len(ev.People) == 0:
		return errNobodyNamed
	}
	removable := r.removable(k)
	var gone []Slot
	for _, p := range distinct(ev.People) {
		at := slices.IndexFunc(removable, func(s Slot) bool { return s.Owner == p })
		if at < 0 {
			return errNotRemovable
		}
		gone = append(gone, removable[at])
	}
	t, _ := r.tokenIn(k.Activation)
	r.tell(Entry{
		Type: EntrySignersLess, By: ev.By, Node: k.Node, Activation: k.Activation, Task: k.ID, Comment: ev.Comment, Files: ev.Files,
		Data: Data{People: distinct(ev.People)},
	})
	for _, s := range gone {
		if !r.activation(k.Activation).LeftAt.IsZero() {
			break // the others were enough
		}
		r.dropSlot(t, r.node(k.Node), s, reasonRemoved)
	}
	return nil
}

// removable are the signatures that a task's assignee added and that nobody has acted on.
func (r *run) removable(k *Task) []Slot {
	a := r.activation(k.Activation)
	group := r.s.slot(k.Activation, k.Slot).Group
	return slices.DeleteFunc(slices.Clone(a.Slots), func(s Slot) bool {
		mine := s.Group == group || slices.ContainsFunc(a.Groups, func(g Group) bool { return g.ID == s.Group && g.Slot == k.Slot && g.Done == "" })
		acted := slices.ContainsFunc(a.Groups, func(g Group) bool { return g.Slot == s.ID })
		return s.AddedBy != k.Assignee || s.Outcome != "" || !mine || acted
	})
}

var errNotRemovable = fault.New(fault.Refused, "signer_not_removable", text.T(
	"只能减去您自己加签、还没有处理的人，请刷新后重试。", "Only signers whom you added and who have not acted can be removed; reload and try again."))
