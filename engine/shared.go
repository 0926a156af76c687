package engine

import (
	"context"
	"maps"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// Instances that run over one record are a parent and those of its children that have none of their own. What one of them
// changes of it the others hear of in the step that changes it: so each knows at any time which version of the values it
// stands on, and two that change at once are told apart by the revisions of all of them.

// share has the others over the record of a step hear of what it changed.
func (e *Engine) share(ctx context.Context, m *move) error {
	by := m
	if len(m.also) == 1 && m.also[0].before.Holder != "" && m.changed() == nil {
		by = m.also[0] // a child that begins, and changes it at once
	}
	news := by.changed()
	if news == nil || by.before.Holder == "" && !m.shares() {
		return nil
	}
	top := m
	if m.before.Holder != "" {
		var err error
		if top, err = e.load(ctx, m.before.Holder, false); err != nil {
			return err
		}
	}
	_, err := e.hear(ctx, top, m, by, news)
	return err
}

// hear tells those that share the record, from one of them downwards, and reports whether whoever changed it is among them.
func (e *Engine) hear(ctx context.Context, at, m, by *move, news *machine.ChildNews) (within bool, err error) {
	told := *news
	for _, c := range at.state.Children {
		if c.Instance == "" || at.graph.Node(c.Node).Action.Subflow.Over != flow.OverSame || !running(c) {
			continue
		}
		below := map[string]*move{m.before.ID: m, by.before.ID: by}[c.Instance]
		if below == nil {
			below = m.beside(c.Instance)
		}
		if below == nil {
			if below, err = e.load(ctx, c.Instance, false); err != nil {
				return false, err
			}
		}
		found, err := e.hear(ctx, below, m, by, news)
		if err != nil {
			return false, err
		}
		if found {
			told.ID, within = c.ID, true
		}
	}
	if at == by {
		return true, nil
	}
	if at.state.Status.Ended() {
		return within, nil
	}
	rec := *by.rec
	at.rec, at.at = &rec, m.at
	if at != m {
		m.also = append(m.also, at)
	}
	return within, at.advance(ctx, machine.Event{Type: machine.EventShared, At: m.at, Child: &told})
}

// running reports whether the instance of a child may still be under way.
func running(c machine.Child) bool {
	return c.State == machine.ChildStarted || c.State == machine.ChildCalled
}

// changed is what the step changed of the instance's own record; nil: nothing.
func (m *move) changed() *machine.ChildNews {
	news := machine.ChildNews{Before: record.Values{}, Set: record.Values{}}
	for _, entry := range m.step.Journal {
		if entry.Type != machine.EntryUpdated || entry.Data.Version == 0 {
			continue
		}
		for key, was := range entry.Data.Before {
			if _, known := news.Before[key]; !known {
				news.Before[key] = was
			}
		}
		maps.Copy(news.Set, entry.Data.After)
	}
	if len(news.Set) == 0 {
		return nil
	}
	return &news
}
