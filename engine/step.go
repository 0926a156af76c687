package engine

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// step moves an existing instance by one event, which event makes after it has looked at the instance as it is now.
// not_found when there is no such instance.
func (e *Engine) step(ctx context.Context, who, key, id string, event func(context.Context, *move) (machine.Event, error)) (Instance, error) {
	defer e.turns.enter(id)()
	return e.apply(ctx, command{
		who: who, key: key,
		prepare: func(ctx context.Context) (Commit, error) {
			m, err := e.load(ctx, id)
			if err != nil {
				return Commit{}, err
			}
			ev, err := event(ctx, m)
			if err != nil {
				return Commit{}, err
			}
			if err := m.advance(ctx, ev); err != nil {
				return Commit{}, err
			}
			return m.commit(), nil
		},
		same: func(in Instance) bool { return in.ID == id },
	})
}

// load begins a move from an instance as it is stored.
func (e *Engine) load(ctx context.Context, id string) (*move, error) {
	in, err := e.store.Instance(ctx, id)
	if err != nil {
		return nil, hideAs(errNoInstance, err)
	}
	v, err := e.known.version(ctx, in.Flow, in.Version)
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
		store: e.store, people: dir, version: v, graph: g, at: e.at(),
		before: in, state: in.State,
	}, nil
}

var errKeyReused = fault.New(fault.Conflict, "key_reused", text.T(
	"这个请求编号已经用于别的操作，请刷新页面后重试。",
	"This request key was already used for something else; reload the page and try again."))
