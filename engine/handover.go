package engine

import (
	"context"
	"strings"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// HandOver is somebody's leaving. No Successor: the direct manager takes over.
type HandOver struct {
	Person    string
	Successor string
	Reason    string // said to those whose instances it is; a preview needs none
	After     string // the instance that the last call came to; empty: from the beginning
}

// Leaving is what somebody leaves behind, as it stands before anything is done about it.
type Leaving struct {
	Person     PersonRef     `json:"person"`
	Successor  PersonRef     `json:"successor"`
	Tasks      int           `json:"tasks"`      // asked now, or in their turn
	Merged     int           `json:"merged"`     // of them: the successor signs there already
	OwnRequest int           `json:"ownRequest"` // of them: the successor submitted it, or has signed there for another, and cannot approve it
	Submitted  int           `json:"submitted"`  // running instances that get somebody responsible
	Deputies   []DeputyView  `json:"deputies"`   // that end
	Flows      []FlowMention `json:"flows"`      // that name the person
	Reports    []PersonRef   `json:"reports"`    // whose manager the person is
}

// FlowMention is a flow that names a person: in its draft, which is mended, or in the version that runs.
type FlowMention struct {
	Key     string      `json:"key"`
	Name    text.Text   `json:"name"`
	Draft   bool        `json:"draft"`
	Current bool        `json:"current"`
	Steps   []text.Text `json:"steps"`
}

// HandedOver is what one call of HandOver did.
type HandedOver struct {
	Tasks     int           `json:"tasks"`     // moved, merged or given up
	Instances int           `json:"instances"` // in so many
	Failed    []string      `json:"failed"`    // instances that could not be moved; calling again tries them again
	Next      string        `json:"next"`      // call again with this; empty: done
	Mended    []FlowMention `json:"mended"`    // drafts that name the successor now
	Deputies  int           `json:"deputies"`  // that were ended
}

// handOverAtOnce is how many instances one call looks at.
const handOverAtOnce = 200

// PreviewHandOver tells what HandOver would do. Faults as of HandOver.
func (e *Engine) PreviewHandOver(ctx context.Context, who string, h HandOver) (Leaving, error) {
	a, successor, err := e.leaving(ctx, who, h)
	if err != nil {
		return Leaving{}, err
	}
	l := Leaving{Person: a.ref(h.Person), Successor: a.ref(successor), Deputies: []DeputyView{}, Reports: []PersonRef{}}
	for _, d := range a.company.Deputies {
		if (d.Principal == h.Person || d.Agent == h.Person) && d.Until.After(e.at()) {
			l.Deputies = append(l.Deputies, a.deputyView(d))
		}
	}
	for _, p := range a.company.People {
		if p.Active && p.Manager == h.Person {
			l.Reports = append(l.Reports, a.ref(p.ID))
		}
	}
	if l.Flows, err = e.mentions(ctx, h.Person); err != nil {
		return Leaving{}, err
	}
	for after := ""; ; {
		ids, err := e.store.Involving(ctx, h.Person, after, handOverAtOnce)
		if err != nil {
			return Leaving{}, err
		}
		for _, id := range ids {
			in, err := e.store.Instance(ctx, id)
			if err != nil {
				return Leaving{}, err
			}
			l.count(in.State, h.Person, successor)
		}
		if len(ids) < handOverAtOnce {
			return l, nil
		}
		after = ids[len(ids)-1]
	}
}

// count adds what a person leaves behind in one instance.
func (l *Leaving) count(s machine.State, person, successor string) {
	if s.Status.Ended() {
		return
	}
	if s.InCharge() == person {
		l.Submitted++
	}
	for _, t := range s.Tasks {
		if t.Assignee != person || !leavable(*t) {
			continue
		}
		l.Tasks++
		switch {
		case s.Signs(successor, t.Activation) && !s.SignedFor(successor, t.Activation):
			l.Merged++
		case s.Own(successor) || s.SignedFor(successor, t.Activation):
			l.OwnRequest++
		}
	}
}

// wanted reports whether a task is still to be decided, now or in its turn.
func wanted(t machine.Task) bool {
	return t.State == machine.TaskOpen || t.State == machine.TaskWaiting
}

// leavable reports whether a task is still its assignee's, be it that somebody else is asked for an opinion first. What waits
// for signers after has been agreed to: it stays with who did.
func leavable(t machine.Task) bool { return wanted(t) || t.State == machine.TaskDelegated }

// leavesAnything reports whether a person has a task, or answers for an instance, that somebody would have to take over.
func (e *Engine) leavesAnything(ctx context.Context, person string) (bool, error) {
	for after := ""; ; {
		ids, err := e.store.Involving(ctx, person, after, handOverAtOnce)
		if err != nil {
			return false, err
		}
		for _, id := range ids {
			in, err := e.store.Instance(ctx, id)
			if err != nil {
				return false, err
			}
			var l Leaving
			if l.count(in.State, person, ""); l.Tasks+l.Submitted > 0 {
				return true, nil
			}
		}
		if len(ids) < handOverAtOnce {
			return false, nil
		}
		after = ids[len(ids)-1]
	}
}

// HandOver has a successor take over the work of somebody who leaves, by an admin: a number of instances with each call,
// until it answers no Next; the last call ends the person's deputies, mends the drafts that name them, and switches them
// off. It can be stopped and called again from the beginning at any time: what is moved is not moved again.
// Faults: invalid with the places, refused (last_admin).
func (e *Engine) HandOver(ctx context.Context, who string, h HandOver) (HandedOver, error) {
	a, successor, err := e.leaving(ctx, who, h)
	if err != nil {
		return HandedOver{}, err
	}
	h.Successor = successor
	if h.Reason = strings.TrimSpace(h.Reason); h.Reason == "" {
		return HandedOver{}, badField("reason", text.T("请写明交接的原因。", "Say why the work is handed over."))
	}
	if err := plainText("reason", h.Reason); err != nil {
		return HandedOver{}, err
	}
	done := HandedOver{Failed: []string{}, Mended: []FlowMention{}}
	ids, err := e.store.Involving(ctx, h.Person, h.After, handOverAtOnce)
	if err != nil {
		return HandedOver{}, err
	}
	e.handInstances(ctx, who, h, ids, &done)
	if err := ctx.Err(); err != nil {
		return HandedOver{}, fault.Wrap(err, "hand over the work of %s", h.Person)
	}
	if len(ids) == handOverAtOnce {
		done.Next = ids[len(ids)-1]
		return done, nil
	}
	return done, e.leave(ctx, a, h, &done)
}

// leaving finds who takes over, and refuses what cannot be.
func (e *Engine) leaving(ctx context.Context, who string, h HandOver) (actor, string, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return actor{}, "", err
	}
	p, ok := a.people.Person(h.Person)
	if !ok {
		return actor{}, "", badField("person", noPerson)
	}
	successor := h.Successor
	if successor == "" {
		successor = p.Manager
	}
	if s, ok := a.people.Person(successor); !ok || !s.Active || successor == h.Person {
		return actor{}, "", badField("successor", text.T(
			"请选择一位在职的接手人，不能是离职人自己。",
			"Choose an active successor, and not the one who leaves."))
	}
	if admins := a.admins(); len(admins) == 1 && admins[0] == h.Person {
		return actor{}, "", errOnlyAdmin
	}
	return a, successor, nil
}

// handInstances moves what a person leaves in each of the instances. What fails is named, and the others go on.
func (e *Engine) handInstances(ctx context.Context, by string, h HandOver, ids []string, done *HandedOver) {
	for _, id := range ids {
		if ctx.Err() != nil {
			return
		}
		tasks := 0
		_, err := e.step(ctx, "", "", id, nil, func(_ context.Context, m *move) (machine.Event, error) {
			if !machine.Leaves(m.graph, m.before.State, h.Person, h.Successor) {
				return machine.Event{}, errNothingAsked
			}
			tasks = 0
			for _, t := range m.before.State.Tasks {
				if t.Assignee == h.Person && leavable(*t) {
					tasks++
				}
			}
			return machine.Event{
				Type: machine.EventHandedOver, At: m.at, By: by, People: []string{h.Person}, To: h.Successor, Comment: h.Reason,
			}, nil
		})
		switch {
		case err == nil:
			done.Tasks += tasks
			done.Instances++
		case fault.ReasonOf(err) != errNothingAsked.Reason:
			done.Failed = append(done.Failed, id)
			e.log.ErrorContext(ctx, "what somebody leaves in an instance was not handed over", "person", h.Person, "instance", id, "error", err)
		}
	}
}

// leave does what is left once the instances are handed over.
func (e *Engine) leave(ctx context.Context, a actor, h HandOver, done *HandedOver) error {
	person := h.Person
	now := e.at().Truncate(time.Second)
	for _, d := range a.company.Deputies {
		if (d.Principal == person || d.Agent == person) && d.Until.After(now) {
			if d.Until = now; d.From.After(now) {
				d.From = now
			}
			if err := e.store.SaveDeputy(ctx, d); err != nil {
				return fault.Wrap(err, "end deputy %s", d.ID)
			}
			done.Deputies++
			e.deputiesChanged(d)
		}
	}
	mended, err := e.mendDrafts(ctx, a, person, h.Successor)
	done.Mended = mended
	if err != nil {
		return err
	}
	p, _ := a.people.Person(person)
	if p.Active {
		p.Active = false
		if err := e.store.SavePerson(ctx, p); err != nil {
			return fault.Wrap(err, "save person %s", person)
		}
		e.known.people.forget()
	}
	// What was asked while this went on; from now on nothing more is.
	asking, err := e.instancesAsking(ctx, person)
	if err != nil {
		return err
	}
	e.handInstances(ctx, a.ID, h, asking, done)
	return nil
}

var errOnlyAdmin = fault.New(fault.Refused, "last_admin", text.T(
	"这是最后一位管理员。请先指定另一位管理员。",
	"This is the last administrator. Make somebody else one first."))
