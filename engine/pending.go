package engine

import (
	"context"
	"maps"
	"slices"
	"time"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Pending is a change of a record that waits for approval or for a choice, as it looks to somebody: the record as it was
// when it was asked for, against what is asked for.
type Pending struct {
	Instance string         `json:"instance"`
	FlowName text.Text      `json:"flowName"`
	By       PersonRef      `json:"by"`
	At       time.Time      `json:"at"`
	Status   ProposalStatus `json:"status"`
	Left     []string       `json:"left,omitempty"`    // of a conflict: the fields to choose
	Choose   bool           `json:"choose,omitempty"`  // the viewer may choose
	Choices  *Differences   `json:"choices,omitempty"` // of what is left: what the record says now, against what was approved
	Differences
}

// pending is a proposal for a person with the given access; nil when there is none of which he may see anything.
func (e *Engine) pending(ctx context.Context, a actor, p *Proposal, t *record.Type, access map[string]record.Access) (*Pending, error) {
	if p == nil {
		return nil, nil //nolint:nilnil // that there is no proposal is no fault
	}
	d, err := e.differences(ctx, a, t, access, p.Base, p.values())
	if err != nil || d.none() {
		return nil, err
	}
	out := Pending{Instance: p.Instance, By: a.ref(p.By), At: p.At, Status: p.Status, Differences: d}
	if p.Status == ProposalConflict {
		in, err := e.store.Instance(ctx, p.Instance)
		if err != nil {
			return nil, err
		}
		out.Choose = a.isAdmin() || p.By == a.ID || in.State.InCharge() == a.ID
	}
	for _, f := range d.Fields {
		if slices.Contains(p.Left, f.Key) {
			out.Left = append(out.Left, f.Key)
		}
	}
	if out.Choose {
		if out.Choices, err = e.choices(ctx, a, p, t, access); err != nil {
			return nil, err
		}
	}
	out.FlowName, err = e.flowOf(ctx, p.Instance)
	return &out, err
}

// choices sets what the record says now of the fields that are left against what was approved.
func (e *Engine) choices(ctx context.Context, a actor, p *Proposal, t *record.Type, access map[string]record.Access) (*Differences, error) {
	live, err := e.store.Record(ctx, p.Type, p.Record)
	if err != nil {
		return nil, err
	}
	approved := record.Values{}
	maps.Copy(approved, live.Values)
	for _, key := range p.Left {
		approved[key] = p.Set[key]
	}
	d, err := e.differences(ctx, a, t, access, live.Values, approved)
	return &d, err
}

// flowOf is the name of an instance's flow.
func (e *Engine) flowOf(ctx context.Context, instance string) (text.Text, error) {
	in, err := e.store.Instance(ctx, instance)
	if err != nil {
		return text.Text{}, err
	}
	v, err := e.known.version(ctx, in.Flow, in.Version)
	if err != nil {
		return text.Text{}, err
	}
	return v.Definition.Name, nil
}

// pendings are the changes of a record that wait, for whose it is; anybody else knows of those in which they have a part.
func (e *Engine) pendings(ctx context.Context, a actor, t *record.Type, r record.Record, access map[string]record.Access) ([]Pending, error) {
	all, err := e.store.Proposals(ctx, r.Type, r.ID)
	if err != nil {
		return nil, err
	}
	var out []Pending
	for i := range all {
		if !a.owns(r) {
			switch _, err := e.look(ctx, a, all[i].Instance); {
			case fault.Is(err, fault.NotFound):
				continue
			case err != nil:
				return nil, err
			}
		}
		p, err := e.pending(ctx, a, &all[i], t, access)
		if err != nil {
			return nil, err
		}
		if p != nil {
			out = append(out, *p)
		}
	}
	return out, nil
}

func anyPending(all []Proposal) bool {
	return slices.ContainsFunc(all, func(p Proposal) bool { return p.Status == ProposalPending })
}

// unasked refuses to touch fields of a record, or with none named the record as a whole, of which a change waits for
// approval, naming who asked for it.
func (e *Engine) unasked(ctx context.Context, a actor, typ, id string, fields []string) error {
	all, err := e.store.Proposals(ctx, typ, id)
	if err != nil {
		return err
	}
	t, err := e.recordType(ctx, typ)
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.Status != ProposalPending {
			continue
		}
		refusal, err := e.askedBy(ctx, a, p)
		if err != nil {
			return err
		}
		if fields == nil {
			return refusal
		}
		for _, f := range t.Fields {
			if _, asked := p.Set[f.Key]; asked && slices.Contains(fields, f.Key) {
				refusal = refusal.With(f.Key, waits)
			}
		}
		if len(refusal.Fields) > 0 {
			return refusal
		}
	}
	return nil
}

// askedBy is the refusal to touch what a proposal asks for.
func (e *Engine) askedBy(ctx context.Context, a actor, p Proposal) (*fault.Error, error) {
	name, err := e.flowOf(ctx, p.Instance)
	if err != nil {
		return nil, err
	}
	by := a.ref(p.By).Name
	return fault.New(fault.Conflict, errPending.Reason, text.T(
		"{by} 于 {at} 申请的修改正由“"+name.In(text.Chinese)+"”审批，涉及的字段暂时不能再改。请等审批结束，或请申请人撤回。",
		by.In(text.English)+" asked for a change at {at} that \""+name.In(text.English)+"\" is deciding on; its fields cannot be changed meanwhile. Wait until that has ended, or ask for it to be withdrawn."),
		"by", by.In(text.Chinese), "at", e.inWords(p.At)), nil
}

// whoAsked names who asked for the change that stands in the way; err when it is gone again.
func (e *Engine) whoAsked(ctx context.Context, a actor, typ, id string, err error) error {
	if named := e.unasked(ctx, a, typ, id, nil); fault.ReasonOf(named) == errPending.Reason {
		return named
	}
	return err
}

var (
	errPending = fault.New(fault.Conflict, "change_pending", text.T(
		"这条记录有修改正在审批，请等审批结束后再试。",
		"A change of this record waits for approval. Wait until that has ended."))
	waits = text.T("这个字段的修改正在审批。", "A change of this field waits for approval.")
)
