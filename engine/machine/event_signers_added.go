package machine

import (
	"slices"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

// maxDepth is how deep signers may be added to the signatures of added signers.
const maxDepth = 2

// signersAdded has an assignee want more signatures: before the own one, which waits for them; after it, so that it counts
// when they have agreed; or beside it, as signatures of the step like all others.
func (r *run) signersAdded(ev Event) error {
	k, err := r.openTaskOf(ev)
	if err != nil {
		return err
	}
	if ev.Mode == "" {
		ev.Mode = flow.QuorumAll
	}
	ev.People = distinct(ev.People)
	if err := r.mayAdd(k, ev.Place, ev.Mode); err != nil {
		return err
	}
	node := r.node(k.Node)
	if ev.Place == PlaceAfter {
		ev.Outcome = OutcomeApproved
		if ok, err := r.acceptable(k, node, ev); !ok {
			return err
		}
	}
	if ok, err := r.newcomers(ev, k); !ok {
		return err
	}
	t, _ := r.tokenIn(k.Activation)
	r.tell(Entry{
		Type: EntrySignersAdded, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID,
		Comment: ev.Comment, Files: ev.Files, Data: Data{People: ev.People, Detail: string(ev.Place), Outcome: ev.Outcome},
	})
	if ev.Place == PlaceBeside {
		r.addBeside(t, node, k, ev)
		return nil
	}
	r.addGroup(t, node, k, ev)
	return nil
}

// mayAdd refuses where signers cannot be added.
func (r *run) mayAdd(k *Task, at Place, mode flow.QuorumMode) error {
	action, known := adds[at]
	modes := []flow.QuorumMode{flow.QuorumAny, flow.QuorumAll, flow.QuorumOrder}
	switch {
	case !known || !slices.Contains(modes, mode):
		return errNoSuchPlace
	case k.Advice || k.Type != flow.ActionApprove || forbids(r.node(k.Node), action):
		return errNoAdding
	case at != PlaceBeside && r.depth(k) >= maxDepth:
		return errTooDeep
	}
	return nil
}

var adds = map[Place]flow.TaskAction{
	PlaceBefore: flow.CanAddBefore, PlaceAfter: flow.CanAddAfter, PlaceBeside: flow.CanAddBeside,
}

// depth is how deep a task's signature lies within groups; one of the step's own is at 0.
func (r *run) depth(k *Task) int {
	if id := r.s.slot(k.Activation, k.Slot).Group; id != "" {
		return r.group(k.Activation, id).Depth
	}
	return 0
}

// addBeside makes signatures like the one of the task, right after it.
func (r *run) addBeside(t Token, node *flow.Node, k *Task, ev Event) {
	own := r.s.slot(k.Activation, k.Slot)
	slots := r.newSlots(ev, own.Group)
	a := r.activation(k.Activation)
	at := slices.IndexFunc(a.Slots, func(s Slot) bool { return s.ID == k.Slot })
	a.Slots = slices.Insert(slices.Clone(a.Slots), at+1, slots...)
	for i := range a.Slots {
		a.Slots[i].Order = i
	}
	oneByOne := inOrder(node)
	if own.Group != "" {
		oneByOne = r.group(k.Activation, own.Group).Mode == flow.QuorumOrder
	}
	for i := range slots {
		r.addTask(t, node, at+1+i, !oneByOne)
	}
}

// addGroup makes a group of signatures before or after that of the task.
func (r *run) addGroup(t Token, node *flow.Node, k *Task, ev Event) {
	g := Group{
		ID: r.id("g"), Kind: GroupKind(ev.Place), Slot: k.Slot, Task: k.ID, Mode: ev.Mode, Depth: r.depth(k) + 1,
	}
	if g.Kind == GroupBefore {
		k.State, k.Reason = TaskWaiting, reasonSigners
		r.holdClock(k)
	} else {
		r.dropTimers(k.ID)
		k.State, k.DecidedAt, k.DecidedBy, k.OnBehalfOf, k.Comment, k.Data = TaskPending, r.at, ev.By, ev.OnBehalfOf, ev.Comment, r.s.Data
		if len(ev.Set) > 0 {
			r.change(r.g.Type(), "", "", r.u.Facts, ev.Set, Entry{By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID})
		}
	}
	a := r.activation(k.Activation)
	at := len(a.Slots)
	a.Groups = append(slices.Clone(a.Groups), g)
	a.Slots = append(slices.Clone(a.Slots), r.newSlots(ev, g.ID)...)
	for i := range ev.People {
		a.Slots[at+i].Order = at + i
		r.addTask(t, node, at+i, i == 0 || g.Mode != flow.QuorumOrder)
	}
}

func (r *run) newSlots(ev Event, group string) []Slot {
	by := ev.By
	if ev.OnBehalfOf != "" {
		by = ev.OnBehalfOf
	}
	slots := make([]Slot, len(ev.People))
	for i, p := range ev.People {
		slots[i] = Slot{ID: r.id("s"), Owner: p, Group: group, AddedBy: by}
	}
	return slots
}

var (
	errNoSuchPlace = fault.New(fault.Invalid, "no_such_place", text.T(
		"请选择前加签、后加签或并加签，以及任一人、所有人或依次。", "Choose before, after or beside, and any, all or in order."))
	errNoAdding = fault.New(fault.Refused, "adding_not_offered", text.T(
		"这个待办不能这样加签，请自己处理。", "Signers cannot be added to this task in that way; decide it yourself."))
	errTooDeep = fault.New(fault.Refused, "added_too_deep", text.T(
		"加签最多两层，请并加签或自己处理。", "Signers can be added two levels deep at most; add them beside you, or decide it yourself."))
)
