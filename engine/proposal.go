package engine

import (
	"context"
	"maps"
	"slices"
	"time"

	"flowline/engine/machine"
	"flowline/engine/record"
)

// ProposalStatus says what became of a proposal.
type ProposalStatus string

// The statuses. Applied and discarded are final.
const (
	ProposalPending   ProposalStatus = "pending"   // it waits for approval
	ProposalConflict  ProposalStatus = "conflict"  // approved; of some fields a person has to choose
	ProposalApplied   ProposalStatus = "applied"   // approved, and in the record as far as was wanted
	ProposalDiscarded ProposalStatus = "discarded" // not approved: nothing of the record changed
)

// Proposal is a change of a record that is made only once its instance has approved it. Until then the record keeps its
// values and stays open to other changes, but of the fields asked for. What the instance judges is the record as it was
// when the change was asked for, with what was asked for: nobody changes that under its eyes.
type Proposal struct {
	Instance string
	Type     string
	Record   string
	By       string
	At       time.Time
	Status   ProposalStatus
	Base     record.Values // all the values, when it was asked for
	Set      record.Values // the fields asked for, and those that the flow's people and steps filled in
	Left     []string      // of a conflict: the fields to choose
}

func (p *Proposal) clone() *Proposal {
	if p == nil {
		return nil
	}
	c := *p
	c.Base, c.Set, c.Left = p.Base.Clone(), p.Set.Clone(), slices.Clone(p.Left)
	return &c
}

// values is the record as the instance judges it.
func (p *Proposal) values() record.Values {
	v := p.Base.Clone()
	if v == nil {
		v = record.Values{}
	}
	maps.Copy(v, p.Set.Clone())
	return v
}

// propose puts what the flow fills in into the proposal, not into the record.
func (m *move) propose(set record.Values) {
	maps.Copy(m.proposal.Set, set)
	m.proposes = true
	if m.rec != nil {
		maps.Copy(m.rec.Values, set)
	}
}

// merge ends the proposal with its instance: approved, it is laid over the record in the same step; else it is discarded.
// A field whose value is no longer what it was when the change was asked for is not overwritten: a person chooses.
func (m *move) merge(ctx context.Context) error {
	p := m.proposal
	if p != nil && p.Status == ProposalConflict && m.state.Status == machine.Voided {
		p.Status, p.Left, m.proposes = ProposalApplied, nil, true // nothing is chosen for what is void
		return nil
	}
	if p == nil || p.Status != ProposalPending || !m.state.Status.Ended() {
		return nil
	}
	m.proposes = true
	if m.state.Status != machine.Approved {
		p.Status = ProposalDiscarded
		return nil
	}
	live, err := m.store.Record(ctx, p.Type, p.Record)
	if err != nil {
		return err
	}
	out := machine.Merge{Before: record.Values{}, Set: record.Values{}, Left: record.Values{}}
	for key, wanted := range p.Set {
		now := live.Values[key]
		if record.EqualValue(wanted, now) || record.EqualValue(wanted, p.Base[key]) {
			continue
		}
		out.Before[key] = now
		if record.EqualValue(now, p.Base[key]) && !slices.Contains(m.taken, key) {
			out.Set[key] = wanted
		} else {
			out.Left[key] = wanted
		}
	}
	p.Status = ProposalApplied
	if p.Left = slices.Sorted(maps.Keys(out.Left)); len(p.Left) > 0 {
		p.Status = ProposalConflict
	}
	return m.lay(ctx, live, machine.Event{Type: machine.EventMerged, At: m.at, Merge: &out})
}

// lay makes the part of an approved change that is to be made, if the record is still as it was looked at, and tells
// of it.
func (m *move) lay(ctx context.Context, live record.Record, ev machine.Event) error {
	if len(ev.Merge.Set) > 0 {
		m.step.Changes = append(m.step.Changes, record.Change{Type: live.Type, ID: live.ID, Revision: live.Revision, Set: ev.Merge.Set})
	}
	return m.advance(ctx, ev)
}
