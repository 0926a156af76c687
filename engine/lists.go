package engine

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Finding narrows a list by what its lines show. Empty fields do not narrow.
type Finding struct {
	Search   string // in number, title and submitter's name
	From, To string // days, 2026-01-31, both in it, in the company's time zone
	Late     bool
}

// narrowing reads a Finding. Untitled says, only when it is needed, where the title may not be found by. invalid.
func (e *Engine) narrowing(f Finding, untitled func() ([]StepRef, error)) (n Narrowing, err error) {
	w := wrongs{}
	n.Late, n.Search = f.Late, strings.TrimSpace(f.Search)
	if !utf8.ValidString(n.Search) || utf8.RuneCountInString(n.Search) > maxSearch {
		w.say("search", text.T("搜索内容太长，请缩短。", "The search is too long; shorten it."))
	}
	day := func(path, s string, plus int) (at time.Time) {
		if s == "" {
			return at
		}
		at, err := time.ParseInLocation(time.DateOnly, s, e.location)
		if err != nil || at.Year() < 1000 || at.Year() > 9000 { // no database keeps others
			w.say(path, text.T("日期要写成 2026-01-31 这样。", "A date is written like 2026-01-31."))
		}
		return at.AddDate(0, 0, plus)
	}
	n.From, n.To = day("from", f.From, 0), day("to", f.To, 1)
	if err := w.err(); err != nil || n.Search == "" {
		return n, err
	}
	n.Untitled, err = untitled()
	return n, err
}

// untitled keeps of the steps of a list those whose lines show no title.
func (e *Engine) untitled(ctx context.Context, steps []StepRef, err error, shown func(*version, StepRef) bool) ([]StepRef, error) {
	var out []StepRef
	for _, s := range steps {
		v, err := e.known.version(ctx, s.Flow, s.Version)
		if err != nil {
			return nil, err
		}
		if !shown(v, s) {
			out = append(out, s)
		}
	}
	return out, err
}

// shows reports whether a step lets its people see the title of the record.
func (v *version) shows(node string) bool {
	n, _ := v.node(node)
	t, ok := v.types.RecordType(v.Definition.Record)
	return ok && n.Fields()[t.Title] != record.Hidden
}

// Unread counts what waits for a person.
func (e *Engine) Unread(ctx context.Context, who string) (Unread, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return Unread{}, err
	}
	return e.store.Unread(ctx, who, e.standing(a))
}

// SeenTask remembers that a task was opened by whose it is, or by who may decide it for them; it is read from then on.
// not_found for somebody else's.
func (e *Engine) SeenTask(ctx context.Context, who, id string) error {
	a, err := e.actor(ctx, who)
	if err != nil {
		return err
	}
	instance, task, err := splitTask(id)
	if err != nil {
		return err
	}
	in, err := e.store.Instance(ctx, instance)
	if err != nil {
		return hideAs(errNoTask, err)
	}
	m := &move{before: in, at: e.at()}
	i := slices.IndexFunc(in.State.Tasks, func(t *machine.Task) bool { return t.ID == task && !t.OpenedAt.IsZero() })
	if i < 0 {
		return errNoTask
	}
	t := *in.State.Tasks[i]
	if t.Assignee != a.ID && (!m.standsFor(a, t) || in.State.DeputyFor(t, a.ID) != nil) {
		return errNoTask
	}
	if err := e.store.SeenTask(ctx, id, e.at()); err != nil {
		return err
	}
	e.publisher.Publish("inbox:"+t.Assignee, e.tick())
	if who != t.Assignee {
		e.publisher.Publish("inbox:"+who, e.tick())
	}
	return nil
}

// ReadCopies marks copies that a person got of instances as read; without ids, all of them.
func (e *Engine) ReadCopies(ctx context.Context, who string, instances []string) error {
	if _, err := e.actor(ctx, who); err != nil {
		return err
	}
	if err := e.store.ReadCopies(ctx, who, instances, e.at()); err != nil {
		return err
	}
	e.publisher.Publish("inbox:"+who, e.tick())
	return nil
}

// deliverCopy gives a person a copy of an instance and puts the notice of it into his bell.
func (e *Engine) deliverCopy(ctx context.Context, j OutboxJob, notice NoticeRow) error {
	c := j.Job.Copy
	row := CopyRow{ID: j.ID, Instance: j.Instance, Person: c.To, At: j.Job.At, Node: c.Node, When: c.When, Data: c.Data}
	if err := e.store.DeliverCopy(ctx, row, notice); err != nil {
		return err
	}
	e.publisher.Publish("inbox:"+c.To, e.tick())
	return nil
}

// copied lets whoever has a copy of an instance look at it, at no more of the record than the flow's copies show.
func (e *Engine) copied(ctx context.Context, a actor, l *looking) (bool, error) {
	c, err := e.store.Copy(ctx, a.ID, l.instance.ID)
	if fault.Is(err, fault.NotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	l.sight.add(flow.CopyAccess(l.graph))
	l.copy = &CopyMark{At: c.At, ReadAt: c.ReadAt, Node: c.Node, When: c.When}
	return true, nil
}

// receipts tell who is in charge of an instance, and admins, who has read his copy of it.
func (e *Engine) receipts(ctx context.Context, a actor, in Instance) ([]Receipt, error) {
	if len(in.State.Copied) == 0 || !a.isAdmin() && in.State.InCharge() != a.ID {
		return nil, nil
	}
	var people []string
	for _, c := range in.State.Copied {
		people = append(people, c.Person)
	}
	rows, err := e.store.CopiesOf(ctx, in.ID, people)
	if err != nil {
		return nil, err
	}
	out := make([]Receipt, len(rows))
	for i, c := range rows {
		out[i] = Receipt{Person: c.Person, Data: c.Data, ReadAt: c.ReadAt}
	}
	slices.SortFunc(out, func(x, y Receipt) int { return strings.Compare(x.Person, y.Person) })
	return out, nil
}

// CopyMark says of an instance that the reader has a copy of it.
type CopyMark struct {
	At     time.Time   `json:"at"`
	ReadAt time.Time   `json:"readAt,omitzero"`
	Node   string      `json:"node,omitempty"` // the step that it is about; empty: the whole
	When   flow.CopyAt `json:"when"`           // what had happened
}
