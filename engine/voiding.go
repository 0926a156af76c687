package engine

import (
	"context"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// A request to declare an instance void is an instance of its own, of the flow that the settings name, over the same record:
// so who is asked, their deputies and deadlines, returning it and taking it back are those of any request, and what has ended
// stays ended. Both are begun and noted in one step; how the request ended is a job of the outbox, noted once.

// DoAskVoid asks to have what was approved declared void, where its flow wants an approval for that: who submitted it, or an
// admin; Comment says why.
const DoAskVoid Doing = "ask_void"

// askVoid begins the request. Faults as of DoWithInstance; forbidden (not_yours_to_void); conflict (record_locked …).
func (e *Engine) askVoid(ctx context.Context, who string, d Deed) (InstanceInfo, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return InstanceInfo{}, err
	}
	why := strings.TrimSpace(d.Comment)
	if err := plainText("comment", why); err != nil {
		return InstanceInfo{}, err
	}
	id := e.newID()
	asked := func(machine.State) bool { return true } // its key is that of this deed alone
	in, err := e.step(ctx, a.ID, d.onceKey(), d.Instance, asked, func(ctx context.Context, m *move) (machine.Event, error) {
		switch {
		case !m.before.hasPart(a):
			return machine.Event{}, errNoInstance
		case !a.isAdmin() && m.state.InCharge() != a.ID:
			return machine.Event{}, errNotYoursToVoid
		}
		ev := machine.Event{Type: machine.EventVoidAsked, At: m.at, By: a.ID, Comment: why, Child: &machine.ChildNews{Instance: id}}
		by, _ := machine.Voidable(m.graph, m.state)
		if by == "" || why == "" {
			return ev, nil // the machine says what is wrong
		}
		request, err := e.voidRequest(ctx, a, m, by, id)
		if err != nil {
			return machine.Event{}, err
		}
		if err := e.attach(ctx, a, id, d.Files); err != nil {
			return machine.Event{}, err
		}
		m.also = []*move{request}
		return ev, request.start(ctx, machine.Event{
			Type: machine.EventSubmitted, At: m.at, By: a.ID, Comment: why, Files: unique(d.Files), Voids: m.before.ID, Unsavable: m.never,
		})
	})
	if err != nil {
		return InstanceInfo{}, fault.Wrap(err, "ask to void %s", d.Instance)
	}
	return e.instanceInfo(ctx, a, in)
}

// voidRequest is the request before it begins: over the record of the instance that it is about.
func (e *Engine) voidRequest(ctx context.Context, a actor, of *move, by, id string) (*move, error) {
	v, err := e.currentVersion(ctx, by)
	if err != nil {
		return nil, errNoVoidFlow.Because(err)
	}
	m, err := e.newMove(a, v, id)
	if err != nil {
		return nil, err
	}
	if v.Definition.Record != of.before.RecordType {
		return nil, errNoVoidFlow
	}
	rec, err := e.store.Record(ctx, of.before.RecordType, of.before.RecordID)
	if err != nil {
		return nil, hideAs(errNoRecord, err)
	}
	if rec.LockedBy != "" {
		return nil, e.held(ctx, a, rec.LockedBy)
	}
	m.over(rec)
	m.before.Parent = of.before.ID
	return m, nil
}

// tellVoided tells the instance that a request was about how that ended.
func (e *Engine) tellVoided(ctx context.Context, j OutboxJob) error {
	request, err := e.store.Instance(ctx, j.Instance)
	if err != nil {
		return err
	}
	_, err = e.step(ctx, "", "", j.Job.Child.Instance, nil, func(_ context.Context, m *move) (machine.Event, error) {
		if v := m.state.Voiding; v == nil || v.Instance != request.ID || v.Status != "" {
			return machine.Event{}, errSettled
		}
		return machine.Event{Type: machine.EventVoidAnswered, At: m.at, Child: &machine.ChildNews{Instance: request.ID, Status: request.Status}}, nil
	})
	return unlessSettled(err)
}

// Voiding is the latest request to declare an instance void. Who asked, and why, the history says.
type Voiding struct {
	FlowName text.Text      `json:"flowName"`
	Status   machine.Status `json:"status"`
	Instance string         `json:"instance,omitempty"` // only for whoever may look at it
}

// Voids is what a request asks to have declared void.
type Voids struct {
	FlowName text.Text      `json:"flowName"`
	Number   string         `json:"number"` // of the record
	Status   machine.Status `json:"status"`
	Instance string         `json:"instance,omitempty"` // only for whoever may look at it
}

// voiding fills in what an instance is asked about, or asks.
func (v *InstanceView) voiding(ctx context.Context, e *Engine, a actor, s machine.State) error {
	if s.Voiding != nil {
		name, in, may, err := e.glimpse(ctx, a, s.Voiding.Instance)
		if err != nil {
			return err
		}
		v.Voiding = &Voiding{FlowName: name, Status: in.Status, Instance: may}
	}
	if s.Voids != "" {
		name, in, may, err := e.glimpse(ctx, a, s.Voids)
		if err != nil {
			return err
		}
		v.Voids = &Voids{FlowName: name, Number: in.Number, Status: in.Status, Instance: may}
	}
	return nil
}

// glimpse is what is told of an instance to whoever sees one that it belongs with: its flow and how it stands; may is its
// id for whoever may look at it.
func (e *Engine) glimpse(ctx context.Context, a actor, id string) (name text.Text, in Instance, may string, err error) {
	if in, err = e.store.Instance(ctx, id); err != nil {
		return name, in, "", fault.Wrap(err, "read %s", id)
	}
	v, err := e.known.version(ctx, in.Flow, in.Version)
	if err != nil {
		return name, in, "", err
	}
	switch _, err := e.look(ctx, a, id); {
	case err == nil:
		may = id
	case !fault.Is(err, fault.NotFound):
		return name, in, "", err
	}
	return v.Definition.Name, in, may, nil
}

// judges adds what a person sees of an instance because they were ever asked whether it is to be declared void, and reports
// whether they were: the fields that their steps there show, for all are over the same record.
func (e *Engine) judges(ctx context.Context, a actor, l *looking) (any bool, err error) {
	for _, id := range l.instance.State.VoidRequests() {
		request, err := e.store.Instance(ctx, id)
		if err != nil {
			return false, fault.Wrap(err, "read %s", id)
		}
		v, err := e.known.version(ctx, request.Flow, request.Version)
		if err != nil {
			return false, err
		}
		any = l.asked(a, &move{before: request, at: e.at()}, v) || any
	}
	return any, nil
}

var (
	errNotYoursToVoid = fault.New(fault.Forbidden, "not_yours_to_void", text.T(
		"只有提交人和管理员可以申请作废。",
		"Only whoever submitted, and administrators, may ask to have this declared void."))
	errNoVoidFlow = fault.New(fault.Refused, "no_void_flow", text.T(
		"审批作废的流程没有发布，或当前版本不适用于这种记录。请管理员发布一个适用的版本。",
		"The flow that approves it is not published, or its current version is not for such records. Ask an administrator to publish one that is."))
)
