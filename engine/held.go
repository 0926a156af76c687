package engine

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// held is the refusal to touch a record that an instance holds, naming which and whose.
func (e *Engine) held(ctx context.Context, a actor, instance string) error {
	in, err := e.store.Instance(ctx, instance)
	if err != nil {
		return errHeld.Because(err)
	}
	name := text.T(in.Flow, in.Flow)
	if v, err := e.known.version(ctx, in.Flow, in.Version); err == nil {
		name = v.Definition.Name
	}
	by := a.ref(in.State.InCharge()).Name
	at := e.inWords(in.StartedAt)
	return fault.New(fault.Conflict, errHeld.Reason, text.T(
		"记录已锁定：{by} 于 {at} 提交的“"+name.In(text.Chinese)+"”正在处理它。请等流程结束后再试，或在该流程的待办中修改。",
		"The record is locked: "+by.In(text.English)+" submitted \""+name.In(text.English)+"\" for it at {at}. Wait until that has ended, or change it in a task of that flow."),
		"by", by.In(text.Chinese), "at", at)
}

var errHeld = fault.New(fault.Conflict, "record_locked", text.T(
	"记录已锁定：有流程正在处理它。请等流程结束后再试。",
	"The record is locked: a flow is running over it. Wait until that has ended."))

// nameHolder gives a lock that was met only at the commit the words of one that was met before.
func (e *Engine) nameHolder(ctx context.Context, a actor, err error, s Submission) error {
	reason := fault.ReasonOf(err)
	if reason != errHeld.Reason && reason != errPending.Reason {
		return err
	}
	v, missing := e.currentVersion(ctx, s.Flow)
	if missing != nil {
		return err
	}
	if reason == errPending.Reason {
		return e.whoAsked(ctx, a, v.Definition.Record, s.Record, err)
	}
	rec, missing := e.store.Record(ctx, v.Definition.Record, s.Record)
	if missing != nil || rec.LockedBy == "" {
		return err
	}
	return e.held(ctx, a, rec.LockedBy)
}
