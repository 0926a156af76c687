package engine

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// Doing is something that is done to a task or an instance besides deciding it.
type Doing string

// What an assignee does with a task.
const (
	DoReturn        Doing = "return"         // to Node; Direct, if the step leaves it to who returns; Comment says why
	DoTakeBack      Doing = "take_back"      // the own decision
	DoAddSigners    Doing = "add_signers"    // People, at Place, as Mode
	DoRemoveSigners Doing = "remove_signers" // People, added before
	DoTransfer      Doing = "transfer"       // to People[0]
	DoDelegate      Doing = "delegate"       // ask People[0] for an opinion
	DoRecall        Doing = "recall"         // what was delegated
	DoClaim         Doing = "claim"
	DoPutBack       Doing = "put_back"
	DoReassign      Doing = "reassign" // an admin gives it to People[0]; Comment says why
)

// What is done with an instance.
const (
	DoWithdraw Doing = "withdraw" // by who submitted
	DoUrge     Doing = "urge"     // by who submitted, an admin, or who has a copy where the flow lets them
	DoSuspend  Doing = "suspend"  // an admin; Comment says why
	DoResume   Doing = "resume"   // an admin; Comment says why
	DoVoid     Doing = "void"     // an admin, after the end; Comment says why. See DoAskVoid
	DoJump     Doing = "jump"     // an admin moves what stands at Activation to Node; Comment says why
)

// Deed is one such doing. Of its fields those are set that its Do names.
type Deed struct {
	Task       string // <instance>.<task>; empty for what is done with an instance
	Instance   string // for what is done with an instance
	Do         Doing
	People     []string
	Node       string
	Activation string
	Direct     bool
	Place      machine.Place
	Mode       flow.QuorumMode
	Comment    string
	Files      []string // ids of what is attached to Comment
	Seen       int      // adding signers after: the version of the values that was looked at; 0: not said
	Key        string   // idempotency key; empty: none
}

// deedKind is what a doing becomes, and who may.
type deedKind struct {
	event   machine.EventType
	admin   bool
	decided bool // it may be about a task that is decided, or with somebody else
}

var taskDeeds = map[Doing]deedKind{
	DoReturn:        {event: machine.EventReturned},
	DoTakeBack:      {event: machine.EventTakenBack, decided: true},
	DoAddSigners:    {event: machine.EventSignersAdded},
	DoRemoveSigners: {event: machine.EventSignersRemoved, decided: true},
	DoTransfer:      {event: machine.EventTransferred},
	DoDelegate:      {event: machine.EventDelegated},
	DoRecall:        {event: machine.EventRecalled, decided: true},
	DoClaim:         {event: machine.EventClaimed},
	DoPutBack:       {event: machine.EventPutBack},
	DoReassign:      {event: machine.EventReassigned, admin: true, decided: true},
}

var instanceDeeds = map[Doing]deedKind{
	DoWithdraw: {event: machine.EventWithdrawn},
	DoUrge:     {event: machine.EventUrged},
	DoSuspend:  {event: machine.EventSuspended, admin: true},
	DoResume:   {event: machine.EventResumed, admin: true},
	DoVoid:     {event: machine.EventVoided, admin: true},
	DoJump:     {event: machine.EventJumped, admin: true},
}

// DoWithTask does something with a task: its assignee, or, to reassign it, an admin. Faults: not_found, also for somebody
// else's task; conflict (task_already_decided, data_changed); forbidden (not_your_task, admin_only); invalid (comment_required …);
// refused, with what is not possible and what to do instead.
func (e *Engine) DoWithTask(ctx context.Context, who string, d Deed) (InstanceInfo, error) {
	kind, known := taskDeeds[d.Do]
	if !known {
		return InstanceInfo{}, badField("do", noSuchDoing)
	}
	a, err := e.doer(ctx, who, kind)
	if err != nil {
		return InstanceInfo{}, err
	}
	instance, task, err := splitTask(d.Task)
	if err != nil {
		return InstanceInfo{}, err
	}
	in, err := e.do(ctx, a, instance, d, func(ctx context.Context, m *move) (machine.Event, error) {
		t, err := m.task(a, task)
		if err != nil {
			return machine.Event{}, err
		}
		principal := ""
		if !kind.admin && m.standsFor(a, t) {
			principal = t.Assignee
		}
		if !kind.decided {
			if err := e.open(a, t, principal); err != nil {
				return machine.Event{}, err
			}
		}
		ev := machine.Event{Type: kind.event, Task: task, OnBehalfOf: principal}
		if d.Do == DoTakeBack {
			ev.Opened, err = e.opened(ctx, m.version, instance)
		}
		return ev, err
	})
	if err != nil {
		return InstanceInfo{}, fault.Wrap(hideAs(errNoTask, err), "%s task %s", d.Do, d.Task)
	}
	return in, nil
}

// DoWithInstance does something with an instance: who submitted it, or an admin. Faults as of DoWithTask.
func (e *Engine) DoWithInstance(ctx context.Context, who string, d Deed) (InstanceInfo, error) {
	if d.Do == DoAskVoid {
		return e.askVoid(ctx, who, d)
	}
	kind, known := instanceDeeds[d.Do]
	if !known {
		return InstanceInfo{}, badField("do", noSuchDoing)
	}
	a, err := e.doer(ctx, who, kind)
	if err != nil {
		return InstanceInfo{}, err
	}
	in, err := e.do(ctx, a, d.Instance, d, func(ctx context.Context, m *move) (ev machine.Event, err error) {
		if !m.before.hasPart(a) {
			return machine.Event{}, errNoInstance
		}
		if d.Do == DoUrge {
			if err := e.mayUrge(ctx, a, m); err != nil {
				return machine.Event{}, err
			}
		}
		ev = machine.Event{Type: kind.event, Activation: d.Activation}
		switch d.Do {
		case DoUrge:
			ev.Since = e.urgedBefore(m.at)
		case DoWithdraw:
			if ev.Opened, err = e.opened(ctx, m.version, d.Instance); err == nil {
				ev.Decided, err = e.decidedWithin(ctx, m.state)
			}
		}
		return ev, err
	})
	if err != nil {
		return InstanceInfo{}, fault.Wrap(err, "%s instance %s", d.Do, d.Instance)
	}
	return in, nil
}

func (e *Engine) doer(ctx context.Context, who string, kind deedKind) (actor, error) {
	if kind.admin {
		return e.admin(ctx, who)
	}
	return e.actor(ctx, who)
}

// do moves an instance by the event of a deed, to which begin gives its type and what it is about.
func (e *Engine) do(ctx context.Context, a actor, instance string, d Deed, begin stepping) (InstanceInfo, error) {
	comment := strings.TrimSpace(d.Comment)
	if err := plainText("comment", comment); err != nil {
		return InstanceInfo{}, err
	}
	people := unique(d.People)
	for _, id := range people {
		if p, ok := a.people.Person(id); !ok || !p.Active && d.Do != DoRemoveSigners {
			return InstanceInfo{}, badField("people", noPerson)
		}
	}
	moved := func(machine.State) bool { return true } // its key is that of this deed alone
	in, err := e.step(ctx, a.ID, d.onceKey(), instance, moved, func(ctx context.Context, m *move) (machine.Event, error) {
		ev, err := begin(ctx, m)
		if err == nil {
			err = e.attach(ctx, a, instance, d.Files)
		}
		ev.Files = unique(d.Files)
		ev.At, ev.By, ev.Comment, ev.People = m.at, a.ID, comment, people
		ev.Node, ev.Direct, ev.Place, ev.Mode, ev.Seen = d.Node, d.Direct, d.Place, d.Mode, d.Seen
		return ev, err
	})
	if err != nil {
		return InstanceInfo{}, err
	}
	return e.instanceInfo(ctx, a, in)
}

// onceKey is the deed's key, made to mean nothing but this doing with this task or instance: used for another, it does not
// answer for that.
func (d Deed) onceKey() string {
	if d.Key == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(d.Key + "\x00" + string(d.Do) + "\x00" + d.Task + "\x00" + d.Instance))
	return hex.EncodeToString(sum[:])
}

// mayUrge refuses to have somebody urge who neither submitted, nor is an admin, nor has a copy where the flow lets those.
func (e *Engine) mayUrge(ctx context.Context, a actor, m *move) error {
	if a.isAdmin() || m.before.State.InCharge() == a.ID {
		return nil
	}
	if !copiesUrge(m.version.Definition) {
		return errNotToUrge
	}
	_, err := e.store.Copy(ctx, a.ID, m.before.ID)
	return hideAs(errNotToUrge, err)
}

// betweenUrges is how much working time has to pass before somebody is urged about the same task again.
const betweenUrges = 4 * time.Hour

// urgedBefore is since when nobody may have been urged.
func (e *Engine) urgedBefore(at time.Time) time.Time { return e.calendar.Add(at, -betweenUrges) }

// hasPart reports whether a person may know of an instance by a part of their own in it, or as an admin.
func (in Instance) hasPart(a actor) bool {
	return a.isAdmin() || in.Submitter == a.ID || in.State.InCharge() == a.ID || slices.Contains(in.People, a.ID)
}

var (
	noSuchDoing = text.T("没有这种操作，请刷新页面后重试。", "There is no such action; reload the page and try again.")

	errNotToUrge = fault.New(fault.Forbidden, "not_yours_to_urge", text.T(
		"只有提交人和管理员，以及流程允许催办的抄送人，可以催办。",
		"Only whoever submitted, administrators and, where the flow lets them, those who have a copy may urge."))
)
