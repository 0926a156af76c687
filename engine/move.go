package engine

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
)

// answers bounds how many questions one step may ask.
const answers = 5000

// move is one instance on its way from the state it was loaded in to the step that is saved.
type move struct {
	store   Store
	people  people
	working workTime
	version *version
	graph   *flow.Graph
	at      time.Time

	before Instance
	state  machine.State
	step   machine.Step // Journal, Jobs and Changes of everything so far

	snapshot record.Values // of a new instance: version 1 of the values
	proposal *Proposal     // of a change that waits for approval; nil: the instance holds its record
	proposes bool          // the step made or changed it
	taken    []string      // fields of it whose values turned out to be taken
	hashes   []string      // of the versions of the values, those of before among them
	files    []string      // of a new instance: ids of what is attached to submitting

	rec     *record.Record           // the instance's record with the changes of the step; nil: not read yet
	caller  *machine.Call            // whose child a new instance is; nil: nobody's
	inserts bool                     // the record of a new instance is new too
	lockAt  int64                    // of a new instance: the revision that the record it takes must still be at; 0: any
	never   []string                 // what could not be saved when this step was tried before; see Event.Unsavable
	also    []*move                  // steps of other instances, saved with this one
	parts   []Instance               // whose changes are put back with those of this one, callers first
	linked  map[string]record.Values // the records its links point to, by id, likewise
}

// advance feeds ev and answers what is asked until nothing is.
func (m *move) advance(ctx context.Context, ev machine.Event) error {
	for range answers {
		step, err := machine.Advance(m.graph, m.state, ev)
		if err != nil {
			return err
		}
		m.take(step)
		if len(step.Asks) == 0 {
			return m.merge(ctx)
		}
		if ev, err = m.answer(ctx, step.Asks[0]); err != nil {
			return err
		}
	}
	return fault.Wrap(errors.New("asks without end"), "advance %s v%d", m.version.Flow, m.version.Number)
}

// take adds what follows from one event to the step.
func (m *move) take(step machine.Step) {
	m.state = step.State
	m.number(step.Journal)
	m.step.Journal = follow(m.step.Journal, step.Journal)
	m.step.Jobs = follow(m.step.Jobs, step.Jobs)
	m.step.Restored = follow(m.step.Restored, step.Restored)
	for _, c := range step.Changes {
		if c.ID == "" && m.proposal != nil {
			m.propose(c.Set)
			continue
		}
		if c.ID == "" {
			c.Type, c.ID = m.before.RecordType, m.before.RecordID
		}
		m.change(c)
	}
}

// follow is one list after another, which is no more needed.
func follow[T any](list, next []T) []T {
	if len(list) == 0 {
		return next
	}
	return append(list, next...)
}

// change adds a change to the step, one per record, and lays it over what was read.
func (m *move) change(c record.Change) {
	at := slices.IndexFunc(m.step.Changes, func(x record.Change) bool { return x.Type == c.Type && x.ID == c.ID })
	if at < 0 {
		c.Set = c.Set.Clone()
		m.step.Changes = append(m.step.Changes, c)
	} else {
		maps.Copy(m.step.Changes[at].Set, c.Set)
	}
	if m.rec != nil && m.rec.ID == c.ID {
		maps.Copy(m.rec.Values, c.Set)
	}
	if values, ok := m.linked[c.ID]; ok {
		maps.Copy(values, c.Set)
	}
}

// answer makes the event that answers a question.
func (m *move) answer(ctx context.Context, ask machine.Ask) (machine.Event, error) {
	switch ask.Type {
	case machine.AskFacts:
		facts, err := m.facts(ctx)
		ev := machine.Event{Type: machine.EventFacts, At: m.at, Activation: ask.Activation, Facts: facts}
		if err == nil && ask.Back {
			ev.BackFacts, err = m.backFacts(ctx, ask.Parts)
		}
		return ev, err
	case machine.AskChild:
		return m.askChild(ctx, ask)
	case machine.AskPeople:
		found, err := m.meant(ctx, m.submitter(), ask)
		return machine.Event{Type: machine.EventPeople, At: m.at, Activation: ask.Activation, Purpose: ask.Purpose, People: found}, err
	case machine.AskTimes:
		times, err := m.reckon(ctx, ask.Times)
		return machine.Event{Type: machine.EventTimes, At: m.at, Times: times}, err
	}
	return machine.Event{}, fault.Wrap(errors.New("unknown ask "+string(ask.Type)), "answer")
}

// meant gives whom the selectors of a question mean at this point of the step.
func (m *move) meant(ctx context.Context, submitter string, ask machine.Ask) ([]string, error) {
	in := org.Case{Submitter: submitter, InCharge: m.state.Responsible}
	in.Vacant, in.VacantPasses = m.vacantLevels(ask.Activation)
	if slices.ContainsFunc(slices.Concat(ask.Selectors, in.Vacant), org.Selector.NeedsRecord) {
		facts, err := m.factsWith(ctx, ask.Set)
		if err != nil {
			return nil, err
		}
		in.Facts = facts
	}
	return m.people.Resolve(ask.Selectors, in), nil
}

func (m *move) submitter() string { return m.state.Submitter }

// commit makes of the move the step to save.
func (m *move) commit() Commit {
	after := m.before
	after.Revision++
	after.State = m.state
	after.Status = m.state.Status
	after.Submitter = m.state.Submitter
	after.StartedAt, after.EndedAt, after.UpdatedAt = m.state.StartedAt, m.state.EndedAt, m.at
	after.HasIncident = slices.ContainsFunc(m.state.Incidents, func(i machine.Incident) bool { return i.ResolvedAt.IsZero() })
	after.People = m.everybody()
	after.Hashes, after.Proposal = m.hashes, m.proposal
	after.Amount = m.amount()
	c := Commit{
		Instance: after,
		Base:     m.before.Revision,
		Snapshot: m.snapshot,
		Journal:  m.step.Journal,
		Tasks:    changedTasks(m.before.State.Tasks, m.state.Tasks),
		Timers:   machine.Ticking(m.state.Timers),
		Jobs:     m.quiet(append(m.step.Jobs, m.forDeputies(after.Amount)...)),
		Wakes:    !m.before.State.SuspendedAt.IsZero() && m.state.SuspendedAt.IsZero(),
		Changes:  m.step.Changes,
		Proposes: m.proposes,
		Lock:     m.before.Revision == 0 && m.holdsRecord(),
		Unlock:   m.state.Status.Ended() && m.holdsRecord(),
		At:       m.at,
	}
	if c.Lock {
		c.LockAt = m.lockAt
	}
	if m.inserts {
		c.Inserts = []record.Record{*m.rec}
	}
	for _, other := range m.also {
		c.Also = append(c.Also, other.commit())
	}
	return c
}

// holdsRecord reports whether the instance holds its record itself.
func (m *move) holdsRecord() bool { return m.proposal == nil && m.before.Holder == "" }

// everybody is who was ever asked or told, in the order in which they were.
func (m *move) everybody() []string {
	all := slices.Clone(m.before.People)
	add := func(id string) {
		if id != "" && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	for _, t := range m.state.Tasks {
		if !t.OpenedAt.IsZero() {
			add(t.Assignee)
		}
		if t.OnBehalfOf != "" {
			add(t.DecidedBy)
		}
	}
	add(m.state.Responsible)
	for _, j := range m.step.Jobs {
		if j.Notice.Kind == machine.NoticeFlow {
			add(j.Notice.To)
		}
		add(j.Copy.To)
	}
	return all
}

// changedTasks are those that are new or not as they were. Each stays at its place in the list.
func changedTasks(before, after []*machine.Task) []machine.Task {
	var out []machine.Task
	for i, t := range after {
		if i >= len(before) || t != before[i] && *t != *before[i] {
			out = append(out, *t)
		}
	}
	return out
}
