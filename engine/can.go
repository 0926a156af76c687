package engine

import (
	"context"
	"slices"

	"flowline/engine/flow"
	"flowline/engine/machine"
)

// opened are the open tasks of an instance that were looked at by whose they are, if its flow lets that stand in the way of
// withdrawing and taking back.
func (e *Engine) opened(ctx context.Context, v *version, instance string) ([]string, error) {
	if set := v.Definition.Settings; set == nil || !set.OpenedBlocks {
		return nil, nil
	}
	const atOnce = 200
	var opened []string
	for offset := 0; ; offset += atOnce {
		rows, _, err := e.store.Tasks(ctx, TaskQuery{Instance: instance, Open: true, Offset: offset, Limit: atOnce})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if !row.SeenAt.IsZero() {
				opened = append(opened, row.Task.ID)
			}
		}
		if len(rows) < atOnce {
			return opened, nil
		}
	}
}

// may fills in what the viewer of a task may do with it now; undoable are the children of whom changes can be put back.
func (v *TaskView) may(a actor, m *move, t machine.Task, opened []string, undoable map[string]bool) {
	s := m.before.State
	v.Can = []string{}
	can := func(d Doing) { v.Can = append(v.Can, string(d)) }
	if s.Status.Ended() || !s.SuspendedAt.IsZero() {
		return
	}
	stands := m.standsFor(a, t) && s.DeputyFor(t, a.ID) == nil
	if t.Assignee == a.ID || stands {
		for _, o := range machine.Outcomes(m.graph, t) {
			v.Can = append(v.Can, string(o))
		}
		for _, o := range machine.Offers(m.graph, s, t) {
			if o == machine.CanRemove {
				if stands {
					continue // only who added them does without them
				}
				o = flow.TaskAction(DoRemoveSigners)
			}
			v.Can = append(v.Can, string(o))
		}
		for _, to := range machine.Targets(m.graph, s, t) {
			v.Back = append(v.Back, m.backTo(a, to, undoable))
		}
		if v.Way = machine.ChoosesWay(s, t); len(v.Back) > 0 {
			v.Mode = machine.ReturnModeOf(m.graph, t.Node)
		}
		if slices.Contains(v.Can, string(DoRemoveSigners)) {
			for _, p := range machine.Removable(m.graph, s, t) {
				v.Added = append(v.Added, a.ref(p))
			}
		}
	}
	if machine.CanBeTakenBack(m.graph, s, t, a.ID, opened) { // by whoever decided, as a deputy too
		can(DoTakeBack)
	}
	if live := t.State == machine.TaskOpen || t.State == machine.TaskWaiting; live && a.isAdmin() {
		can(DoReassign)
	}
}

func (m *move) backTo(a actor, to machine.Target, undoable map[string]bool) BackTo {
	b := BackTo{Node: to.Node, People: []PersonRef{}}
	if n := m.graph.Node(to.Node); n != nil {
		b.Name = n.Name
	}
	for _, p := range to.People {
		b.People = append(b.People, a.ref(p))
	}
	for _, d := range to.Done {
		inPart := slices.ContainsFunc(d.Parts, func(id string) bool { return undoable[id] })
		done := BackDone{Node: d.Node, Undone: d.Undoes || inPart}
		if n := m.graph.Node(d.Node); n != nil {
			done.Name = n.Name
		}
		b.Done = append(b.Done, done)
	}
	return b
}

// may fills in what the viewer of an instance may do with it now.
func (v *InstanceView) may(a actor, g *flow.Graph, s machine.State, opened []string, decided bool) {
	v.Can = []string{}
	can := func(d Doing, now bool) {
		if now {
			v.Can = append(v.Can, string(d))
		}
	}
	ended, stopped := s.Status.Ended(), !s.SuspendedAt.IsZero()
	can(DoWithdraw, machine.CanBeWithdrawn(g, s, a.ID, opened, decided))
	by, not := machine.Voidable(g, s)
	can(DoAskVoid, not == nil && by != "" && (a.isAdmin() || s.InCharge() == a.ID))
	can(DoUrge, !ended && !stopped && (a.isAdmin() || s.InCharge() == a.ID || v.Copy != nil && copiesUrge(g.Definition())) && s.Status != machine.Returned)
	if !a.isAdmin() {
		return
	}
	can(DoSuspend, !ended && !stopped)
	can(DoResume, stopped && s.SuspendedBy != machine.StoppedByCaller)
	can(DoVoid, not == nil && by == "")
	can("terminate", !ended)
	can(DoJump, !ended && !stopped)
	if ended || stopped {
		return
	}
	for _, t := range s.Tasks {
		if t.State == machine.TaskOpen || t.State == machine.TaskWaiting {
			v.Open = append(v.Open, OpenTask{ID: taskID(v.ID, t.ID), Node: t.Node, Assignee: a.ref(t.Assignee)})
		}
	}
	can(DoReassign, len(v.Open) > 0)
	for _, t := range s.Tokens {
		if to := machine.Landings(g, s, t.Activation); len(to) > 0 {
			v.Standing = append(v.Standing, Movable{Activation: t.Activation, Node: t.Node, To: to})
		}
	}
}

// copiesUrge reports whether who has a copy may urge.
func copiesUrge(d flow.Definition) bool { return d.Settings != nil && d.Settings.CopiesUrge }
