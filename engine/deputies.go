package engine

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// DeputyView is a deputy with the names of both.
type DeputyView struct {
	org.Deputy
	PrincipalRef PersonRef `json:"principalRef"`
	AgentRef     PersonRef `json:"agentRef"`
}

// NewDeputy is a deputy to be set up. No Principal: whoever asks.
type NewDeputy struct {
	Principal   string
	Agent       string
	From, Until time.Time
	Flows       []string
	MaxAmount   string
	IncludeOpen bool
	Note        string
}

// Deputies lists who stands in for the person, and for whom the person does; for an admin who asks for all, everybody's.
// The latest to end come first.
func (e *Engine) Deputies(ctx context.Context, who string, all bool) ([]DeputyView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return nil, err
	}
	if all && !a.isAdmin() {
		return nil, errNotAdmin
	}
	views := []DeputyView{}
	for _, d := range a.company.Deputies {
		if all || d.Principal == who || d.Agent == who {
			views = append(views, a.deputyView(d))
		}
	}
	slices.SortStableFunc(views, func(x, y DeputyView) int { return y.Until.Compare(x.Until) })
	return views, nil
}

func (a actor) deputyView(d org.Deputy) DeputyView {
	return DeputyView{Deputy: d, PrincipalRef: a.ref(d.Principal), AgentRef: a.ref(d.Agent)}
}

// AddDeputy lets somebody decide for the person, or, by an admin, for anybody. Faults: invalid with the places, forbidden
// (admin_only) for another's deputy, conflict (deputy_overlaps).
func (e *Engine) AddDeputy(ctx context.Context, who string, n NewDeputy) (DeputyView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return DeputyView{}, err
	}
	if n.Principal == "" {
		n.Principal = who
	}
	if n.Principal != who && !a.isAdmin() {
		return DeputyView{}, errNotAdmin
	}
	d := org.Deputy{
		ID: e.newID(), Principal: n.Principal, Agent: n.Agent, From: n.From.UTC().Truncate(time.Second), Until: n.Until.UTC().Truncate(time.Second),
		Flows: unique(n.Flows), MaxAmount: strings.TrimSpace(n.MaxAmount), IncludeOpen: n.IncludeOpen, Note: strings.TrimSpace(n.Note),
	}
	if err := e.checkDeputy(ctx, a, &d); err != nil {
		return DeputyView{}, err
	}
	for _, other := range a.company.Deputies {
		if d.Overlaps(other) {
			return DeputyView{}, errDeputyOverlaps.With("from", errDeputyOverlaps.Text)
		}
	}
	if err := e.store.SaveDeputy(ctx, d); err != nil {
		return DeputyView{}, fault.Wrap(err, "add a deputy of %s", d.Principal)
	}
	e.deputiesChanged(d)
	return a.deputyView(d), nil
}

// checkDeputy names what is wrong with a deputy, and writes its amount as it is kept.
func (e *Engine) checkDeputy(ctx context.Context, a actor, d *org.Deputy) error {
	w := wrongs{}
	if p, ok := a.people.Person(d.Principal); !ok || !p.Active {
		w.say("principal", noPerson)
	}
	if p, ok := a.people.Person(d.Agent); !ok || !p.Active {
		w.say("agent", text.T("请选择一位在职的代理人。", "Choose somebody who is active."))
	} else if d.Agent == d.Principal {
		w.say("agent", text.T("不能请本人代理自己，请另选一位。", "Nobody is their own deputy; choose somebody else."))
	}
	if !d.From.Before(d.Until) {
		w.say("until", text.T("结束时间要晚于开始时间。", "The end has to be later than the beginning."))
	} else if !d.Until.After(e.at()) {
		w.say("until", text.T("结束时间已经过去，请选择以后的时间。", "The end has passed already; choose a later one."))
	}
	for _, key := range d.Flows {
		if _, err := e.currentVersion(ctx, key); err != nil {
			w.say("flows", errNoFlow.Text)
		}
	}
	if d.MaxAmount != "" {
		limit, ok := record.Decimal(d.MaxAmount)
		if !ok || !limit.IsPositive() || limit.Exponent() < -2 {
			w.say("maxAmount", badAmount)
		} else {
			d.MaxAmount = limit.StringFixed(2)
		}
	}
	if err := plainText("note", d.Note); err != nil || len([]rune(d.Note)) > maxName {
		w.say("note", text.T("备注最多 200 个字，不能有控制字符。", "A note has at most 200 characters and no control characters."))
	} else if words, tagged := text.Tagged(d.Note); tagged {
		w.say("note", words)
	}
	return w.err()
}

// EndDeputy ends a deputy now, by the principal or an admin. One that has ended stays as it is. not_found.
func (e *Engine) EndDeputy(ctx context.Context, who, id string) (DeputyView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return DeputyView{}, err
	}
	i := slices.IndexFunc(a.company.Deputies, func(d org.Deputy) bool {
		return d.ID == id && (a.isAdmin() || d.Principal == who)
	})
	if i < 0 {
		return DeputyView{}, errNoDeputy
	}
	d := a.company.Deputies[i]
	if now := e.at().Truncate(time.Second); now.Before(d.Until) {
		d.Until = now
		if d.From.After(now) {
			d.From = now
		}
		if err := e.store.SaveDeputy(ctx, d); err != nil {
			return DeputyView{}, fault.Wrap(err, "end deputy %s", id)
		}
		e.deputiesChanged(d)
	}
	return a.deputyView(d), nil
}

// deputiesChanged has the company looked at again, and tells both that their lists of tasks may be others.
func (e *Engine) deputiesChanged(d org.Deputy) {
	e.known.people.forget()
	e.publisher.Publish("inbox:"+d.Principal, e.tick())
	e.publisher.Publish("inbox:"+d.Agent, e.tick())
}

// standing is whose open tasks a may decide now besides the own ones.
func (e *Engine) standing(a actor) []Standing {
	var out []Standing
	for _, d := range a.StandsFor(a.ID, e.at()) {
		s := Standing{Principal: d.Principal, Flows: d.Flows, MaxAmount: d.MaxAmount}
		if !d.IncludeOpen {
			s.OpenedFrom = d.From
		}
		out = append(out, s)
	}
	return out
}

// standsFor reports whether a may know of a task as the deputy of whose it is.
func (m *move) standsFor(a actor, t machine.Task) bool {
	return t.State == machine.TaskOpen && t.Assignee != a.ID &&
		slices.ContainsFunc(a.StandsFor(a.ID, m.at), func(d org.Deputy) bool {
			return d.Principal == t.Assignee && d.Covers(m.before.Flow, m.before.Amount, t.OpenedAt)
		})
}

// agents are the people who may decide a task for whose it is.
func (m *move) agents(t machine.Task, amount string) []string {
	var out []string
	for _, d := range m.people.AgentsOf(t.Assignee, m.at) {
		if d.Covers(m.before.Flow, amount, t.OpenedAt) && m.state.DeputyFor(t, d.Agent) == nil && !slices.Contains(out, d.Agent) {
			out = append(out, d.Agent)
		}
	}
	return out
}

// forDeputies are the notices of new tasks once more, to whoever may decide them for another.
func (m *move) forDeputies(amount string) []machine.Job {
	var more []machine.Job
	for _, j := range m.step.Jobs {
		if j.Kind != machine.JobNotice || j.Notice.Kind != machine.NoticeTask {
			continue
		}
		i := slices.IndexFunc(m.state.Tasks, func(t *machine.Task) bool { return t.ID == j.Notice.Task })
		if i < 0 || m.state.Tasks[i].Assignee != j.Notice.To {
			continue
		}
		for n, agent := range m.agents(*m.state.Tasks[i], amount) {
			copied := j
			copied.ID += "d" + strconv.Itoa(n)
			copied.Notice.To, copied.Notice.For = agent, j.Notice.To
			more = append(more, copied)
		}
	}
	return more
}

// amount is what the instance is about in money: the first money field of its record, as it is after the step.
func (m *move) amount() string {
	for _, f := range m.graph.Type().Fields {
		if f.Type != record.Money {
			continue
		}
		if m.rec != nil {
			return digitsOf(m.rec.Values[f.Key])
		}
		for _, c := range m.step.Changes {
			if v, set := c.Set[f.Key]; set && c.ID == m.before.RecordID {
				return digitsOf(v)
			}
		}
		return m.before.Amount
	}
	return ""
}

func digitsOf(v any) string {
	if d, ok := record.Decimal(v); ok {
		return d.StringFixed(2)
	}
	return ""
}

var (
	errNoDeputy = fault.New(fault.NotFound, "no_such_deputy", text.T(
		"没有这条代理设置，或者它不归您管理。请刷新列表。",
		"There is no such deputy, or it is not yours to end. Refresh the list."))
	errDeputyOverlaps = fault.New(fault.Conflict, "deputy_overlaps", text.T(
		"这段时间已经请了同一个人代理，请先结束原来的，或换一段时间。",
		"The same person is your deputy for some of this time already. End that one first, or choose another time."))
	badAmount = text.T("金额要大于 0，最多两位小数。", "An amount is more than 0, with at most two decimals.")
)
