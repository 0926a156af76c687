package engine

import (
	"context"
	"errors"
	"slices"

	"github.com/google/uuid"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// A child is begun in the transaction in which its parent takes note of it, and has an id made of the parent's and its own
// there: however often the job is done, there is one. What a child came to, and that one is called off, is taken note of
// once likewise, for the state says that it was. Each is a job of the outbox, so none is lost with a copy of the program.

// startChild begins a child for whom the parent waits to hear of. One that cannot begin is an incident there.
func (e *Engine) startChild(ctx context.Context, j OutboxJob) error {
	id := childID(j.Instance, j.Job.Child.Child)
	err := e.startOnce(ctx, j, id, nil)
	if s, ok := errors.AsType[*StepError](err); ok && s.Instance == id {
		return e.startOnce(ctx, j, id, s.Err) // the store would not take it
	}
	return err
}

// startOnce begins a child, or tells the parent why it could not begin.
func (e *Engine) startOnce(ctx context.Context, j OutboxJob, id string, refused error) error {
	want := j.Job.Child
	_, err := e.step(ctx, "", "", j.Instance, nil, func(ctx context.Context, m *move) (machine.Event, error) {
		c, ok := childIn(m.before.State, want.Child, machine.ChildWanted)
		if !ok {
			return machine.Event{}, errSettled
		}
		failed := refused
		if failed == nil {
			var child *move
			if child, failed = e.child(ctx, m, c, want, id); failed == nil {
				m.also = []*move{child}
				news := &machine.ChildNews{ID: c.ID, Instance: id, Version: child.version.Number}
				return machine.Event{Type: machine.EventChildStarted, At: m.at, Child: news}, nil
			}
		}
		if passing(ctx, failed) {
			return machine.Event{}, failed
		}
		e.log.WarnContext(ctx, "a child could not begin", "instance", j.Instance, "flow", c.Flow, "error", failed)
		return machine.Event{Type: machine.EventChildFailed, At: m.at, Child: &machine.ChildNews{ID: c.ID, Reason: fault.ReasonOf(failed)}}, nil
	})
	return unlessSettled(err)
}

// passing reports whether trying again later may help, with nothing changed.
func passing(ctx context.Context, err error) bool {
	return fault.Is(err, fault.Unavailable) || fault.Is(err, fault.Internal) || ctx.Err() != nil
}

// child is the first step of a child.
func (e *Engine) child(ctx context.Context, parent *move, c machine.Child, want machine.ChildJob, id string) (*move, error) {
	v, err := e.calledVersion(ctx, c.Flow, want.Version)
	if err != nil {
		return nil, err
	}
	by, known := parent.people.Person(parent.state.InCharge())
	if !known {
		return nil, errStranger
	}
	a := actor{Person: by, people: parent.people}
	m, err := e.newMove(a, v, id)
	if err != nil {
		return nil, err
	}
	settings := parent.graph.Node(c.Node).Action.Subflow
	if of := settings.Child(parent.graph.Type(), parent.graph.Types()); of == nil || of.Key != m.graph.Type().Key {
		return nil, errOtherType
	}
	if err := e.childRecord(ctx, a, m, parent, settings.Over, want); err != nil {
		return nil, err
	}
	m.before.Parent = parent.before.ID
	m.caller = &machine.Call{Instance: parent.before.ID, Child: c.ID, Depth: 1, Waits: !settings.Detached, Linked: settings.Over == flow.OverLinked}
	if up := parent.state.Caller; up != nil {
		m.caller.Depth = up.Depth + 1
	}
	return m, m.begin(ctx, a.ID, nil, nil)
}

// decidedWithin reports whether a decision of somebody stands in a child under way that is waited for.
func (e *Engine) decidedWithin(ctx context.Context, s machine.State) (bool, error) {
	for _, c := range s.Children {
		if c.State != machine.ChildStarted {
			continue
		}
		child, err := e.load(ctx, c.Instance, false)
		if err != nil {
			return false, err
		}
		if !child.state.Caller.Waits {
			continue
		}
		if decided := machine.Decided(child.graph, child.state); decided {
			return true, nil
		}
		if decided, err := e.decidedWithin(ctx, child.state); decided || err != nil {
			return decided, err
		}
	}
	return false, nil
}

// calledVersion gives the version of a flow that a child runs: the current one, unless one is said.
func (e *Engine) calledVersion(ctx context.Context, key string, number int) (*version, error) {
	if number > 0 {
		return e.known.version(ctx, key, number)
	}
	return e.currentVersion(ctx, key)
}

// childRecord says which record the child runs over. Its parent's is held by whoever holds it for the parent.
func (e *Engine) childRecord(ctx context.Context, a actor, m, parent *move, over flow.SubOver, want machine.ChildJob) error {
	if over == flow.OverNew {
		values, err := m.graph.Type().Parse(want.Set)
		if err != nil {
			return err
		}
		if err := required(m.graph.Type(), values); err != nil {
			return err
		}
		m.over(e.newRecord(a, m.graph.Type(), e.newID(), values))
		m.inserts = true
		return nil
	}
	id := want.Record
	if over == flow.OverSame {
		id = parent.before.RecordID
		m.before.Holder = parent.before.ID
		if parent.before.Holder != "" {
			m.before.Holder = parent.before.Holder
		}
	}
	rec, err := e.store.Record(ctx, m.graph.Type().Key, id)
	if err != nil {
		return hideAs(errNoRecord, err)
	}
	if rec.LockedBy != "" && rec.LockedBy != m.before.Holder {
		return errHeld
	}
	m.over(rec)
	return nil
}

// tellCaller tells the instance that called one what that one came to.
func (e *Engine) tellCaller(ctx context.Context, j OutboxJob) error {
	child, err := e.store.Instance(ctx, j.Instance)
	if err != nil {
		return err
	}
	want := j.Job.Child
	_, err = e.step(ctx, "", "", want.Instance, nil, func(ctx context.Context, m *move) (machine.Event, error) {
		c, ok := childIn(m.before.State, want.Child, machine.ChildStarted)
		if !ok || m.before.Status.Ended() {
			return machine.Event{}, errSettled
		}
		return machine.Event{Type: machine.EventChildEnded, At: m.at, Child: &machine.ChildNews{ID: c.ID, Status: child.Status}}, nil
	})
	return unlessSettled(err)
}

// endChild tells a child that it is called off.
func (e *Engine) endChild(ctx context.Context, j OutboxJob) error {
	_, err := e.step(ctx, "", "", j.Job.Child.Instance, nil, func(_ context.Context, m *move) (machine.Event, error) {
		if m.before.Status.Ended() {
			return machine.Event{}, errSettled
		}
		return machine.Event{Type: machine.EventCalledOff, At: m.at, Reason: j.Job.Child.Reason}, nil
	})
	return unlessSettled(err)
}

// askChild answers what the record of a child says.
func (m *move) askChild(ctx context.Context, ask machine.Ask) (machine.Event, error) {
	ev := machine.Event{Type: machine.EventChild, At: m.at, Activation: ask.Activation, Child: &machine.ChildNews{ID: ask.Child}}
	i := slices.IndexFunc(m.state.Children, func(c machine.Child) bool { return c.ID == ask.Child })
	ev.Node = m.state.Children[i].Node
	in, err := m.store.Instance(ctx, m.state.Children[i].Instance)
	if err != nil {
		return machine.Event{}, err
	}
	rec, err := m.store.Record(ctx, in.RecordType, in.RecordID)
	if err != nil {
		return machine.Event{}, err
	}
	of, known := m.graph.Types().RecordType(in.RecordType)
	if !known {
		return machine.Event{}, errNoRecordType(in.RecordType)
	}
	links := map[string]record.Values{}
	if err := readLinks(ctx, m.store, of, rec.Values, linksOut(m.graph.Node(ev.Node).Action.Subflow.Out, of), links); err != nil {
		return machine.Event{}, err
	}
	ev.Facts = factsOf(of, rec, links)
	return ev, nil
}

// shares reports whether children change the record of the instance too.
func (m *move) shares() bool {
	return slices.ContainsFunc(m.state.Children, func(c machine.Child) bool {
		over := m.graph.Node(c.Node).Action.Subflow.Over
		return over == flow.OverSame && c.State != machine.ChildApproved && c.State != machine.ChildRejected
	})
}

// childIn finds a child in one of some states.
func childIn(s machine.State, id string, states ...machine.ChildState) (machine.Child, bool) {
	i := slices.IndexFunc(s.Children, func(c machine.Child) bool { return c.ID == id && slices.Contains(states, c.State) })
	if i < 0 {
		return machine.Child{}, false
	}
	return s.Children[i], true
}

// childID is the id of a child's instance.
func childID(parent, child string) string {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte("flowline:child:"+parent+"\x00"+child)).String()
}

func unlessSettled(err error) error {
	if fault.ReasonOf(err) == errSettled.Reason {
		return nil
	}
	return err
}

var (
	errSettled   = fault.New(fault.NotFound, "child_settled", errNoInstance.Text)
	errOtherType = fault.New(fault.Refused, "subflow_of_other_type", text.T(
		"子流程与这条记录的类型不符，请修改流程后重新发布。",
		"The sub-flow is not for records of this type; mend the flow and publish it again."))
)
