package engine

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// holder is the flow that has to approve a change before it is made; nil when none has to. A flow whose condition cannot
// be evaluated lets nothing through.
func (e *Engine) holder(ctx context.Context, ev event) (*version, error) {
	all, err := e.known.current.get(ctx, e.known.fresh)
	if err != nil {
		return nil, err
	}
	var found *version
	for _, v := range all {
		if v.Definition.Record != ev.now.Type || !holds(v.Definition) {
			continue
		}
		if _, err := v.ready(); err != nil {
			return nil, err
		}
		fits, err := e.fits(ctx, v, ev)
		switch {
		case err != nil:
			return nil, err
		case fits && found != nil:
			return nil, twoHolders(found.Definition.Name, v.Definition.Name)
		case fits:
			found = v
		}
	}
	return found, nil
}

func holds(d flow.Definition) bool {
	for _, s := range d.Start {
		if s.Hold {
			return true
		}
	}
	return false
}

// fits reports whether a flow has to approve a change.
func (e *Engine) fits(ctx context.Context, v *version, ev event) (bool, error) {
	for _, t := range v.triggers {
		if !t.Hold || t.of.Key != ev.now.Type || !ev.touches(t) {
			continue
		}
		if t.when == nil {
			return true, nil
		}
		facts, err := e.triggerFacts(ctx, v, t, ev)
		if err != nil {
			return false, err
		}
		fits, _, err := t.when.True(facts)
		if err != nil {
			return false, errRuleFailed.Because(err)
		}
		if fits {
			return true, nil
		}
	}
	return false, nil
}

// asked begins the instance that is to approve a change.
func (e *Engine) asked(a actor, v *version, id string, ev event) (*move, error) {
	m, err := e.newMove(a, v, id)
	if err != nil {
		return nil, err
	}
	m.over(ev.now)
	m.proposes = true
	m.proposal = &Proposal{
		Instance: id, Type: ev.now.Type, Record: ev.now.ID, By: a.ID, At: m.at, Status: ProposalPending,
		Base: ev.old.Values.Clone(), Set: record.Values{},
	}
	for _, key := range ev.changed {
		m.proposal.Set[key] = ev.now.Values[key]
	}
	return m, nil
}

// request asks for the approval of a change instead of making it. The record goes on to its next revision with the values
// that it has: whoever else was about to change it looks again.
func (e *Engine) request(ctx context.Context, a actor, v *version, ev event, revision int64, picks map[string][]string) (RecordSaved, error) {
	m, err := e.asked(a, v, e.newID(), ev)
	if err != nil {
		return RecordSaved{}, err
	}
	if err := e.pickedAhead(ctx, a, m, nil, picks); err != nil {
		return RecordSaved{}, err
	}
	if err := m.begin(ctx, a.ID, nil, picks); err != nil {
		return RecordSaved{}, err
	}
	c := m.commit()
	c.Changes = joined(record.Change{Type: ev.now.Type, ID: ev.now.ID, Revision: revision, Set: record.Values{}}, c.Changes)
	if err := e.store.Commit(ctx, c); err != nil {
		return RecordSaved{}, err
	}
	e.publish(c)
	saved := RecordSaved{Started: []string{c.Instance.ID}, Held: c.Instance.ID}
	saved.RecordView, err = e.Record(ctx, a.ID, ev.now.Type, ev.now.ID)
	return saved, err
}

// PreviewChange answers which flow would have to approve a change of a record, and whom it would ask; no flow when the
// change would be made at once. Nothing is saved. Faults as of ChangeRecord.
func (e *Engine) PreviewChange(ctx context.Context, who, typ, id string, raw map[string]any, picks map[string][]string) (ChangePreview, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return ChangePreview{}, err
	}
	ev, _, err := e.changing(ctx, a, typ, id, raw)
	if err != nil {
		return ChangePreview{}, fault.Wrap(err, "preview a change of %s %s", typ, id)
	}
	v, err := e.holder(ctx, ev)
	if err != nil || v == nil {
		return ChangePreview{}, err
	}
	m, err := e.asked(a, v, "preview", ev)
	if err != nil {
		return ChangePreview{}, err
	}
	p, err := e.walk(ctx, a, m, nil, picks)
	return ChangePreview{Flow: v.Flow, FlowName: v.Definition.Name, Preview: p}, err
}

// ChangePreview is what a change of a record would have to go through.
type ChangePreview struct {
	Flow     string    `json:"flow,omitempty"` // empty: the change is made at once
	FlowName text.Text `json:"flowName,omitzero"`
	Preview
}

func twoHolders(one, two text.Text) error {
	return fault.New(fault.Refused, "several_approvals", text.T(
		"这次修改要分别经过“"+one.In(text.Chinese)+"”和“"+two.In(text.Chinese)+"”审批。请分开保存相关字段。",
		"This change needs the approval of both \""+one.In(text.English)+"\" and \""+two.In(text.English)+"\". Save their fields one after the other."))
}
