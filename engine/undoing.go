package engine

import (
	"context"
	"slices"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// Where an instance puts changes back, those of its children are put back with its own, in the reverse of the order in which
// they were made. The machine that does so needs the records as they are and what the children changed; they in turn take
// note of it, and those that are called off with it end, in the same step. So between them nothing can come.

// backFacts answers what putting changes back takes: of the instance and of some of its children, and theirs.
func (m *move) backFacts(ctx context.Context, children []string) (*machine.BackFacts, error) {
	u := &machine.BackFacts{}
	for _, c := range m.state.Children {
		if !slices.Contains(children, c.ID) {
			continue
		}
		changes, err := m.gather(ctx, c, c.ID)
		if err != nil {
			return nil, err
		}
		u.Parts = append(u.Parts, changes...)
	}
	own := machine.Undoables(m.state, m.graph.Type(), m.before.RecordID, m.graph.Types())
	for _, c := range slices.Concat(own, u.Parts) {
		known := func(r machine.RecordNow) bool { return r.ID == c.ID }
		if c.ID == "" || c.ID == m.before.RecordID || slices.ContainsFunc(u.Records, known) {
			continue
		}
		now := machine.RecordNow{Type: c.Type, ID: c.ID, Held: true}
		rec, err := m.store.Record(ctx, c.Type, c.ID)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return nil, err
		}
		if err == nil && m.mayChange(rec) {
			m.overlay(rec)
			now.Values, now.Held = rec.Values, false
		}
		u.Records = append(u.Records, now)
	}
	return u, nil
}

// gather gives what a child and its own children changed, in order, and remembers them as they are.
func (m *move) gather(ctx context.Context, c machine.Child, through string) ([]machine.Undoable, error) {
	in, err := m.store.Instance(ctx, c.Instance)
	if fault.Is(err, fault.NotFound) {
		return nil, nil // as when the way ahead is looked at: there is no instance yet
	}
	if err != nil || in.State.Caller == nil || !in.State.Caller.Waits {
		return nil, err
	}
	if !slices.ContainsFunc(m.parts, func(known Instance) bool { return known.ID == in.ID }) {
		m.parts = append(m.parts, in)
	}
	types := m.graph.Types()
	of, known := types.RecordType(in.RecordType)
	if !known {
		return nil, errNoRecordType(in.RecordType)
	}
	made := map[string][]machine.Undoable{}
	for _, change := range machine.Undoables(in.State, of, in.RecordID, types) {
		change.Child, change.Instance = through, in.ID
		if change.ID == m.before.RecordID && m.proposal == nil {
			change.Type, change.ID = "", ""
		}
		made[change.Activation] = append(made[change.Activation], change)
	}
	for _, below := range machine.Parts(in.State) {
		changes, err := m.gather(ctx, below, through)
		if err != nil {
			return nil, err
		}
		made[below.Activation] = append(made[below.Activation], changes...)
	}
	return machine.InOrder(in.State, made), nil
}

// undoableParts are the children of an instance, by id, of which something would be put back with what it did itself. Those
// of flows in which nothing is undone are not looked at.
func (e *Engine) undoableParts(ctx context.Context, m *move) (map[string]bool, error) {
	found := map[string]bool{}
	for _, c := range machine.Parts(m.before.State) {
		v, err := e.known.version(ctx, c.Flow, c.Version)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(v.Definition.Nodes, undoes) {
			continue
		}
		changes, err := m.gather(ctx, c, c.ID)
		if err != nil {
			return nil, err
		}
		found[c.ID] = len(changes) > 0
	}
	return found, nil
}

// undoes reports whether what a step changes, or what it has run, may be put back.
func undoes(n flow.Node) bool {
	return n.Action != nil && (n.Action.Subflow != nil || n.Action.Update != nil && n.Action.Update.Undo)
}

// mayChange reports whether nobody holds a record but the instance and its children, which end with what they changed.
func (m *move) mayChange(rec record.Record) bool {
	holds := func(in Instance) bool { return in.ID == rec.LockedBy }
	return rec.LockedBy == "" || rec.LockedBy == m.before.ID || rec.LockedBy == m.before.Holder || slices.ContainsFunc(m.parts, holds)
}

// putBack has the children of an instance take note of what of their changes was put back. Those that are called off because
// of it end at once, and so do those that an ended child had called off already: the job that would end them is still to come,
// and until then they would run on over what is no more.
func (e *Engine) putBack(ctx context.Context, m *move) error {
	off := map[string]string{} // why, by instance
	callsOff := func(s machine.State) {
		for _, c := range s.Children {
			if c.State == machine.ChildCalled {
				off[c.Instance] = c.Reason
			}
		}
	}
	callsOff(m.state)
	for _, in := range m.parts {
		callsOff(in.State)
		of := slices.DeleteFunc(slices.Clone(m.step.Restored), func(u machine.Restored) bool { return u.Instance != in.ID })
		ev := machine.Event{Type: machine.EventUndone, At: m.at, Restored: of}
		reason, called := off[in.ID]
		if called && !in.Status.Ended() {
			ev.Type, ev.Reason = machine.EventCalledOff, reason
		} else if len(of) == 0 {
			continue
		}
		part, err := e.moveFrom(ctx, holding{instance: in})
		if err != nil {
			return err
		}
		part.at = m.at
		if err := part.read(ctx); err != nil {
			return err
		}
		if err := part.advance(ctx, ev); err != nil {
			return err
		}
		callsOff(part.state)
		m.handOver(part)
		m.also = append(m.also, part)
	}
	m.dropEnding()
	return nil
}

// handOver leaves to a part those changes that only it can make: of a record that it holds itself. All others are made by
// the instance that puts them back, which knows what each field comes to.
func (m *move) handOver(part *move) {
	part.step.Changes = nil
	if part.before.Status.Ended() || !part.holdsRecord() {
		return
	}
	own := func(c record.Change) bool { return c.ID == part.before.RecordID }
	if i := slices.IndexFunc(m.step.Changes, own); i >= 0 {
		part.step.Changes = []record.Change{m.step.Changes[i]}
		m.step.Changes = slices.Delete(m.step.Changes, i, i+1)
	}
}

// dropEnding takes out the jobs that would end what ends in this step.
func (m *move) dropEnding() {
	for _, one := range append([]*move{m}, m.also...) {
		one.step.Jobs = slices.DeleteFunc(one.step.Jobs, func(j machine.Job) bool {
			below := m.beside(j.Child.Instance)
			return j.Kind == machine.JobEndChild && below != nil && below.state.Status.Ended()
		})
	}
}
