package engine

import (
	"context"
	"slices"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Choice says of an approved change, of whose fields somebody changed some meanwhile, which are to have the approved value.
type Choice struct {
	Instance string
	Take     []string // of the fields that are left; the others keep the value that the record has
	Key      string   // idempotency key; empty: none
}

// Choose settles what an approved change left open, by whoever asked for it or an admin. Faults: not_found; forbidden
// (not_your_choice); refused (nothing_to_choose); invalid (bad_values); conflict (record_locked, change_pending).
func (e *Engine) Choose(ctx context.Context, who string, c Choice) (InstanceInfo, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return InstanceInfo{}, err
	}
	settled := func(machine.State) bool { return true }
	in, err := e.step(ctx, who, c.Key, c.Instance, settled, func(ctx context.Context, m *move) (machine.Event, error) {
		if _, err := e.look(ctx, a, c.Instance); err != nil {
			return machine.Event{}, err
		}
		return e.choose(ctx, a, m, c.Take)
	})
	if err != nil {
		return InstanceInfo{}, fault.Wrap(hideAs(errNoInstance, err), "choose for %s", c.Instance)
	}
	return e.instanceInfo(ctx, a, in)
}

func (e *Engine) choose(ctx context.Context, a actor, m *move, take []string) (machine.Event, error) {
	p := m.proposal
	switch {
	case p == nil || p.Status != ProposalConflict:
		return machine.Event{}, errNoChoice
	case !a.isAdmin() && p.By != a.ID && m.state.InCharge() != a.ID:
		return machine.Event{}, errNotYourChoice
	}
	w := wrongs{}
	for _, key := range take {
		if !slices.Contains(p.Left, key) {
			w.say(key, notLeft)
		}
	}
	if err := w.err(); err != nil {
		return machine.Event{}, err
	}
	live, err := e.store.Record(ctx, p.Type, p.Record)
	if err != nil {
		return machine.Event{}, err
	}
	if len(take) > 0 {
		if live.LockedBy != "" {
			return machine.Event{}, e.held(ctx, a, live.LockedBy)
		}
		if err := e.unasked(ctx, a, p.Type, p.Record, take); err != nil {
			return machine.Event{}, err
		}
	}
	out := machine.Merge{Before: record.Values{}, Set: record.Values{}, Gone: record.Values{}}
	for _, key := range p.Left {
		out.Before[key] = live.Values[key]
		if slices.Contains(take, key) {
			out.Set[key] = p.Set[key]
		} else {
			out.Gone[key] = p.Set[key]
		}
	}
	p.Status, p.Left, m.proposes = ProposalApplied, nil, true
	if len(take) > 0 {
		m.step.Changes = append(m.step.Changes, record.Change{Type: live.Type, ID: live.ID, Revision: live.Revision, Set: out.Set})
	}
	return machine.Event{Type: machine.EventMerged, At: m.at, By: a.ID, Merge: &out}, nil
}

var (
	errNoChoice = fault.New(fault.Refused, "nothing_to_choose", text.T(
		"这里没有需要选择的字段，可能已经有人选过了。请刷新页面。",
		"There is nothing to choose here; somebody may have done it already. Reload the page."))
	errNotYourChoice = fault.New(fault.Forbidden, "not_your_choice", text.T(
		"只有申请修改的人或管理员可以选择。",
		"Only whoever asked for the change, or an administrator, can choose."))
	notLeft = text.T("这个字段不需要选择。", "This field is not one to choose.")
)
