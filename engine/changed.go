package engine

import (
	"context"
	"slices"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// Changed is what became of the record's values since somebody looked at them last.
type Changed struct {
	Since   int       `json:"since"`   // the version of the values that he decided on, or that was submitted
	At      time.Time `json:"at"`      // when that was
	Decided bool      `json:"decided"` // he decided then; else it was submitted then, and has come back since
	Differences
}

// changedSince compares the values with those on which the task's assignee decided last in this instance, or, if he never
// did and the instance was returned, with those that were submitted. nil when there is nothing to tell.
func (e *Engine) changedSince(ctx context.Context, a actor, m *move, t machine.Task, access map[string]record.Access) (*Changed, error) {
	s := m.before.State
	if t.State != machine.TaskOpen && t.State != machine.TaskWaiting || s.Data < 2 || len(m.before.Hashes) < s.Data {
		return nil, nil //nolint:nilnil // the absence of something to tell is no fault
	}
	var c Changed
	var last string
	for _, k := range s.Tasks {
		if k.ID != t.ID && k.DecidedBy == t.Assignee && k.Data > 0 && !k.DecidedAt.Before(c.At) {
			c, last = Changed{Since: k.Data, At: k.DecidedAt, Decided: true}, k.ID
		}
	}
	if c.Decided && c.Since == s.Data {
		return nil, nil //nolint:nilnil // as above
	}
	journal, err := e.store.Journal(ctx, m.before.ID)
	if err != nil {
		return nil, err
	}
	for _, entry := range journal {
		if c.Decided && entry.Task == last {
			c.Since = max(c.Since, entry.Data.Version) // what he filled in himself is no news to him
		}
	}
	if !c.Decided {
		if !slices.ContainsFunc(journal, func(entry machine.Entry) bool { return entry.Type == machine.EntryReturned }) {
			return nil, nil //nolint:nilnil // as above
		}
		c.Since, c.At = asSubmitted(journal), s.StartedAt
	}
	snapshot, err := e.store.Snapshot(ctx, m.before.ID)
	if err != nil {
		return nil, fault.Wrap(err, "compare the values of %s", m.before.ID)
	}
	values := versionsOf(snapshot, journal)
	c.Differences, err = e.differences(ctx, a, m.graph.Type(), access, values[c.Since-1], values[len(values)-1])
	if err != nil || c.none() {
		return nil, err
	}
	return &c, nil
}

// asSubmitted is the version of the values with what the submitter filled in.
func asSubmitted(journal []machine.Entry) int {
	version := 1
	for i, e := range journal {
		if i > 0 && e.Event != nil && e.Event.Type != machine.EventFacts && e.Event.Type != machine.EventPeople || e.Node != journal[0].Node {
			break
		}
		version = max(version, e.Data.Version)
	}
	return version
}
