package engine

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// Submit starts a flow on a record that is the person's to submit: his own, made by him, of somebody below him, or any
// for an admin. What he filled in is saved with it, and the record is held by the instance until that ends: only its
// tasks change it. Faults: not_found; invalid (bad_values, field_required), forbidden (field_not_editable), conflict
// (record_locked, naming who holds it), refused (not_by_hand, does_not_apply). Of people to be picked, invalid (pick_required,
// no_picking, picked_out_of_scope, wrong_number_picked).
func (e *Engine) Submit(ctx context.Context, who string, s Submission) (InstanceInfo, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return InstanceInfo{}, err
	}
	id := e.newID()
	var m *move
	var never unsavable
	in, err := e.apply(ctx, command{
		who: who, key: s.Key,
		prepare: func(ctx context.Context) (c Commit, err error) {
			v, err := e.currentVersion(ctx, s.Flow)
			if err != nil {
				return Commit{}, err
			}
			if rec, known := e.shown.take(v.Definition.Record, s.Record); known {
				if m, c, err = e.submitting(ctx, a, v, rec, s, id, never); err == nil {
					return c, nil
				}
			}
			rec, err := e.store.Record(ctx, v.Definition.Record, s.Record)
			if err != nil {
				return Commit{}, hideAs(errNoRecord, err)
			}
			m, c, err = e.submitting(ctx, a, v, rec, s, id, never)
			return c, err
		},
		mend:  never.add,
		saved: func(c Commit) { e.recent.learn(m.after(c)) },
		same:  func(in Instance) bool { return in.Flow == s.Flow && in.RecordID == s.Record && in.Submitter == who },
	})
	if err != nil {
		return InstanceInfo{}, fault.Wrap(e.nameHolder(ctx, a, err, s), "submit %s", s.Flow)
	}
	if s.Kept {
		e.sent(ctx, who, startID(s.Record, s.Flow))
	}
	return e.instanceInfo(ctx, a, in)
}

// submitting is one attempt at it, over the record as it is known: the step to save.
func (e *Engine) submitting(ctx context.Context, a actor, v *version, rec record.Record, s Submission, id string, never unsavable) (*move, Commit, error) {
	m, err := e.submissionOver(ctx, a, v, rec, id)
	if err != nil {
		return nil, Commit{}, err
	}
	set, err := e.fillIn(ctx, a, m.graph.Type(), m.version.accessAt(m.version.start()), m.rec.Values, s.Set)
	if err != nil {
		return nil, Commit{}, err
	}
	if err := e.pickedAhead(ctx, a, m, set, s.Picks); err != nil {
		return nil, Commit{}, err
	}
	if err := e.attach(ctx, a, id, s.Files); err != nil {
		return nil, Commit{}, err
	}
	m.files = unique(s.Files)
	if err := m.begin(ctx, a.ID, set, s.Picks, never.nodes...); err != nil {
		return nil, Commit{}, err
	}
	return m, m.commit(), nil
}

// submission is the start of a move by hand: the record found, the person's right to submit it checked.
func (e *Engine) submission(ctx context.Context, a actor, s Submission, id string) (*move, error) {
	v, err := e.currentVersion(ctx, s.Flow)
	if err != nil {
		return nil, err
	}
	rec, err := e.store.Record(ctx, v.Definition.Record, s.Record)
	if err != nil {
		return nil, hideAs(errNoRecord, err)
	}
	return e.submissionOver(ctx, a, v, rec, id)
}

func (e *Engine) submissionOver(ctx context.Context, a actor, v *version, rec record.Record, id string) (*move, error) {
	m, err := e.newMove(a, v, id)
	if err != nil {
		return nil, err
	}
	if !a.owns(rec) {
		return nil, errNoRecord
	}
	by, ok := v.byHand()
	if !ok {
		return nil, errNotByHand
	}
	m.over(rec)
	if rec.LockedBy != "" {
		return nil, e.held(ctx, a, rec.LockedBy)
	}
	if by.when != nil {
		applies, err := m.holds(ctx, by.when, nil)
		if err != nil {
			return nil, err
		}
		if !applies {
			return nil, errDoesNotApply
		}
	}
	return m, nil
}

// newMove begins an instance of a version.
func (e *Engine) newMove(a actor, v *version, id string) (*move, error) {
	g, err := v.ready()
	if err != nil {
		return nil, err
	}
	return &move{
		store: e.store, people: a.people, working: workTime{e.calendar}, version: v, graph: g, at: e.at(),
		before: Instance{ID: id, Flow: v.Flow, Version: v.Number, RecordType: v.Definition.Record},
	}, nil
}

// over says which record a new instance runs over, as it is read here: what it begins with is what it holds.
func (m *move) over(rec record.Record) {
	rec.Values = rec.Values.Clone()
	m.rec, m.lockAt = &rec, rec.Revision
	m.before.RecordID, m.before.Number = rec.ID, rec.Number
}

// begin submits, with what was filled in; never are update steps whose values cannot be saved.
func (m *move) begin(ctx context.Context, who string, set record.Values, picks map[string][]string, never ...string) error {
	return m.start(ctx, machine.Event{Type: machine.EventSubmitted, At: m.at, By: who, Files: m.files, Set: set, Picks: picks, Unsavable: never, Caller: m.caller})
}

// start has the instance begin.
func (m *move) start(ctx context.Context, ev machine.Event) error {
	err := m.advance(ctx, ev)
	m.before.Title = record.Title(m.graph.Type(), m.rec.Values)
	return err
}

// holds answers whether a rule is true of the record now. A rule that cannot be evaluated is an error, never false.
func (m *move) holds(ctx context.Context, p *rule.Program, old record.Values) (bool, error) {
	facts, err := m.facts(ctx)
	if err != nil {
		return false, err
	}
	result, _, err := p.Eval(rule.Facts{Record: facts, Old: old})
	if err != nil {
		return false, errRuleFailed.Because(err)
	}
	return result == true, nil
}

var (
	errNotByHand = fault.New(fault.Refused, "not_by_hand", text.T(
		"这个流程由系统自动启动，不能手工提交。",
		"This flow starts by itself and cannot be submitted by hand."))
	errDoesNotApply = fault.New(fault.Refused, "does_not_apply", text.T(
		"这条记录不符合这个流程的启动条件。请检查记录内容，或选择别的流程。",
		"This record does not meet the flow's condition for starting. Check the record, or choose another flow."))
	errRuleFailed = fault.New(fault.Refused, "rule_failed", text.T(
		"流程的启动条件无法计算，可能缺少字段值。请补全记录，或联系管理员检查流程。",
		"The flow's condition for starting could not be evaluated; a value may be missing. Complete the record, or ask an administrator to look at the flow."))
)
