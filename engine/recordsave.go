package engine

import (
	"context"
	"errors"
	"slices"

	"github.com/google/uuid"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/record"
)

// AddRecord adds a record that is the person's own, and starts the flows that wait for it, all in one transaction. With an
// idempotency key a repeated call answers the first record. What they kept of it before is draft, or empty, and is
// forgotten. Faults: not_found for the type, invalid (bad_values), conflict
// (value_taken).
func (e *Engine) AddRecord(ctx context.Context, who, typ string, raw map[string]any, key, draft string) (RecordSaved, error) {
	saved, err := e.addRecord(ctx, who, typ, raw, key)
	if err == nil && draft != "" {
		e.sent(ctx, who, draft)
	}
	return saved, err
}

func (e *Engine) addRecord(ctx context.Context, who, typ string, raw map[string]any, key string) (RecordSaved, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return RecordSaved{}, err
	}
	t, err := e.recordType(ctx, typ)
	if err != nil {
		return RecordSaved{}, err
	}
	id := e.newID()
	if key != "" {
		id = keyedID(who, typ, key)
		if first, err := e.savedBefore(ctx, who, typ, id); !fault.Is(err, fault.NotFound) {
			return first, err
		}
	}
	values, err := e.fillIn(ctx, a, t, openly(t)(record.Record{}), nil, raw)
	if err != nil {
		return RecordSaved{}, err
	}
	if err := required(t, values); err != nil {
		return RecordSaved{}, err
	}
	rec := e.newRecord(a, t, id, values)
	ev := event{on: flow.OnAdded, now: rec}
	saved, err := e.save(ctx, a, ev, func(c *Commit) { c.Inserts = slices.Insert(c.Inserts, 0, rec) }, func() error {
		_, err := e.store.InsertRecord(ctx, rec)
		return err
	})
	if err != nil && key != "" {
		if first, missing := e.savedBefore(ctx, who, typ, id); missing == nil {
			return first, nil // a twin of this call was first
		}
	}
	return saved, fault.Wrap(err, "add a %s", typ)
}

// savedBefore answers what an earlier call with the same key saved: the record, with the flow over it if one was started.
// not_found when there was none.
func (e *Engine) savedBefore(ctx context.Context, who, typ, id string) (RecordSaved, error) {
	first, err := e.Record(ctx, who, typ, id)
	if err != nil {
		return RecordSaved{}, err
	}
	saved := RecordSaved{RecordView: first}
	if first.LockedBy != "" {
		saved.Started = []string{first.LockedBy}
	}
	return saved, nil
}

// ChangeRecord changes fields of a record outside a flow, if it is still at revision, and starts the flows that wait for
// such a change, all in one transaction. Faults: not_found, invalid (bad_values), conflict (record_moved_on, value_taken,
// record_locked: a running instance holds it; change_pending: a field waits for another change's approval; both are named).
// A change that a flow has to approve first is not made: the instance that is asked is in RecordSaved.Held. Picks are the
// people chosen for that flow's steps, where it leaves them to whoever asks; faults of theirs as of Submit.
func (e *Engine) ChangeRecord(ctx context.Context, who, typ, id string, revision int64, raw map[string]any, picks map[string][]string) (RecordSaved, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return RecordSaved{}, err
	}
	ev, set, err := e.changing(ctx, a, typ, id, raw)
	if err != nil {
		return RecordSaved{}, err
	}
	if revision == 0 {
		revision = ev.old.Revision // what was judged must be what is changed
	}
	v, err := e.holder(ctx, ev)
	if err != nil {
		return RecordSaved{}, fault.Wrap(err, "change %s %s", typ, id)
	}
	if v != nil {
		saved, err := e.request(ctx, a, v, ev, revision, picks)
		return saved, fault.Wrap(err, "ask %s to approve a change of %s %s", v.Flow, typ, id)
	}
	change := record.Change{Type: typ, ID: id, Revision: revision, Set: set}
	saved, err := e.save(ctx, a, ev, func(c *Commit) { c.Changes = joined(change, c.Changes) }, func() error {
		_, err := e.store.UpdateRecord(ctx, change, e.at())
		return err
	})
	return saved, fault.Wrap(err, "change %s %s", typ, id)
}

// changing reads what a person wants to change of a record, and refuses what he may not: the event that it would be, and
// the values as they are to be saved.
func (e *Engine) changing(ctx context.Context, a actor, typ, id string, raw map[string]any) (event, record.Values, error) {
	t, err := e.recordType(ctx, typ)
	if err != nil {
		return event{}, nil, err
	}
	old, err := e.store.Record(ctx, typ, id)
	if err != nil {
		return event{}, nil, hideAs(errNoRecord, err)
	}
	if !a.owns(old) {
		return event{}, nil, errNoRecord
	}
	if old.LockedBy != "" {
		return event{}, nil, e.held(ctx, a, old.LockedBy)
	}
	set, err := e.fillIn(ctx, a, t, openly(t)(old), old.Values, raw)
	if err != nil {
		return event{}, nil, err
	}
	ev := event{on: flow.OnChanged, old: &old, now: old, changed: []string{}}
	ev.now.Values = old.Values.Clone()
	for key, value := range set {
		if !record.EqualValue(value, old.Values[key]) {
			ev.changed = append(ev.changed, key)
		}
		ev.now.Values[key] = value
	}
	if err := required(t, ev.now.Values); err != nil {
		return event{}, nil, err
	}
	return ev, set, e.unasked(ctx, a, typ, id, ev.changed)
}

// joined puts a person's change before those of the flow it set off; to one record it is one change.
func joined(first record.Change, more []record.Change) []record.Change {
	out := []record.Change{first}
	out[0].Set = first.Set.Clone()
	for _, c := range more {
		if c.ID != first.ID {
			out = append(out, c)
			continue
		}
		for key, value := range c.Set {
			out[0].Set[key] = value
		}
	}
	return out
}

// save saves a person's change of a record: with the first steps of the flows it sets off, or alone when there are none.
// A flow that cannot be saved with it, because a value it needs is taken or the record is held, is told and left out: the
// record is never lost for the sake of a flow, nor one flow for the sake of another.
func (e *Engine) save(ctx context.Context, a actor, ev event, with func(*Commit), alone func() error) (RecordSaved, error) {
	begun, err := e.setOff(ctx, a, ev)
	if err != nil {
		return RecordSaved{}, err
	}
	var saved RecordSaved
	for len(begun.commits) > 0 {
		c := begun.commits[0]
		c.Also = begun.commits[1:]
		with(&c)
		err := e.store.Commit(ctx, c)
		if err == nil {
			e.publish(c)
			break
		}
		if !fault.Is(err, fault.Conflict) || fault.ReasonOf(err) == "record_moved_on" {
			return RecordSaved{}, err
		}
		begun.leaveOut(err)
	}
	if len(begun.commits) == 0 {
		if err := alone(); err != nil {
			return RecordSaved{}, err
		}
		e.publisher.Publish("records:"+ev.now.Type, e.tick())
	}
	for _, c := range begun.commits {
		saved.Started = append(saved.Started, c.Instance.ID)
	}
	for _, p := range begun.problems {
		saved.Problems = append(saved.Problems, e.tell(ctx, a, ev, p))
	}
	saved.RecordView, err = e.Record(ctx, a.ID, ev.now.Type, ev.now.ID)
	return saved, err
}

// leaveOut tells of the step that err is about, or of the first, and takes it out.
func (s *started) leaveOut(err error) {
	at := 0
	if step, ok := errors.AsType[*StepError](err); ok {
		at = max(0, slices.IndexFunc(s.commits, func(c Commit) bool { return c.Instance.ID == step.Instance }))
	}
	s.problems = append(s.problems, problem{s.versions[at], err})
	s.commits, s.versions = slices.Delete(s.commits, at, at+1), slices.Delete(s.versions, at, at+1)
}

// newRecord is a record of a's, about to be added. The store gives it its number.
func (e *Engine) newRecord(a actor, t *record.Type, id string, values record.Values) record.Record {
	at := e.at()
	return record.Record{
		Type: t.Key, ID: id, Revision: 1, Owner: a.ID,
		CreatedAt: at, CreatedBy: a.ID, UpdatedAt: at, Values: values,
	}
}

// keyedID is the id of a record added with an idempotency key: the same call gives the same id, so a second insert of it
// cannot succeed.
func keyedID(who, typ, key string) string {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte("flowline:"+who+"\x00"+typ+"\x00"+key)).String()
}
