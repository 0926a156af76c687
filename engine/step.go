package engine

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// stepping makes the event that moves an instance, having looked at the instance as it is: the place to refuse.
type stepping func(context.Context, *move) (machine.Event, error)

// step moves an existing instance by one event; done reports of an instance whether the event has moved it already, which
// is what a repeated key must mean. not_found when there is no such instance.
func (e *Engine) step(ctx context.Context, who, key, id string, done func(machine.State) bool, event stepping) (Instance, error) {
	defer e.turns.enter(id)()
	fresh := false
	var m *move
	var never unsavable
	in, err := e.apply(ctx, command{
		who: who, key: key,
		prepare: func(ctx context.Context) (c Commit, err error) {
			if !fresh {
				if m, c, err = e.stepFrom(ctx, id, true, never, event); err == nil {
					fresh = true
					return c, nil
				}
			}
			fresh = true
			m, c, err = e.stepFrom(ctx, id, false, never, event)
			return c, err
		},
		mend: never.add,
		saved: func(c Commit) {
			e.recent.learn(m.after(c))
			e.recent.forgetAll(c.Also)
		},
		same: func(in Instance) bool { return in.ID == id && done(in.State) },
	})
	if err != nil {
		e.recent.forget(id)
	}
	return in, err
}

// stepFrom is one attempt at a step, from what is remembered of the instance or from what is stored.
func (e *Engine) stepFrom(ctx context.Context, id string, remembered bool, never unsavable, event stepping) (*move, Commit, error) {
	m, err := e.load(ctx, id, remembered)
	if err != nil {
		return nil, Commit{}, err
	}
	m.never = never.nodes
	ev, err := event(ctx, m)
	if err != nil {
		return nil, Commit{}, err
	}
	ev.Unsavable, m.taken = m.never, never.fields
	if err := m.advance(ctx, ev); err != nil {
		return nil, Commit{}, err
	}
	if err := e.putBack(ctx, m); err != nil {
		return nil, Commit{}, err
	}
	if err := e.share(ctx, m); err != nil {
		return nil, Commit{}, err
	}
	if err := e.holdUp(ctx, m); err != nil {
		return nil, Commit{}, err
	}
	return m, m.commit(), nil
}

// load begins a move from an instance as it is stored, or, if remembered will do, as it was saved last.
func (e *Engine) load(ctx context.Context, id string, remembered bool) (*move, error) {
	var h holding
	if remembered {
		var ok bool
		if h, ok = e.recent.recall(id); !ok {
			return nil, errNoInstance
		}
	} else {
		var err error
		if h.instance, err = e.store.Instance(ctx, id); err != nil {
			return nil, hideAs(errNoInstance, err)
		}
	}
	return e.moveFrom(ctx, h)
}

// moveFrom begins a move from an instance as it was looked at.
func (e *Engine) moveFrom(ctx context.Context, h holding) (*move, error) {
	v, err := e.known.version(ctx, h.instance.Flow, h.instance.Version)
	if err != nil {
		return nil, err
	}
	g, err := v.ready()
	if err != nil {
		return nil, err
	}
	dir, err := e.directory(ctx)
	if err != nil {
		return nil, err
	}
	return &move{
		store: e.store, people: dir, working: workTime{e.calendar}, version: v, graph: g, at: e.at(),
		before: h.instance, state: h.instance.State, hashes: h.instance.Hashes, rec: h.record, proposal: h.instance.Proposal.clone(),
	}, nil
}

// after is what to remember of the instance once the step is saved.
func (m *move) after(c Commit) holding {
	h := holding{instance: c.Instance, record: m.rec}
	if !m.holdsRecord() || m.shares() {
		h.record = nil // others change it too
	}
	if h.record == nil {
		return h
	}
	m.rec.LockedBy = c.Instance.ID
	for _, ch := range c.Changes {
		if ch.ID == m.rec.ID {
			m.rec.Revision++
			m.rec.UpdatedAt = m.at
			break
		}
	}
	return h
}

var errKeyReused = fault.New(fault.Conflict, "key_reused", text.T(
	"这个请求编号已经用于别的操作，请刷新页面后重试。",
	"This request key was already used for something else; reload the page and try again."))
