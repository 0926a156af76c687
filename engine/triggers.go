package engine

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// trigger is one way to start, its rules compiled.
type trigger struct {
	flow.Trigger
	when *rule.Program   // nil: always
	from []*rule.Program // beside Map; nil: a fixed value
	of   *record.Type    // whose record sets it off
}

// triggersOf are the ways a flow starts.
func triggersOf(g *flow.Graph) []trigger {
	var out []trigger
	for i, s := range g.Definition().Start {
		t := trigger{Trigger: s, when: g.TriggerRule(i), of: g.Type(), from: make([]*rule.Program, len(s.Map))}
		if of, ok := g.Types().RecordType(s.Of); ok {
			t.of = of
		}
		for n := range s.Map {
			t.from[n] = g.MapRule(i, n)
		}
		out = append(out, t)
	}
	return out
}

// event is a record that was added or changed by a person: what sets flows off. What a flow changes sets off nothing, so
// that flows cannot chase each other.
type event struct {
	on      flow.TriggerOn
	old     *record.Record // before; nil when added
	now     record.Record
	changed []string // field keys
}

// matches reports whether a trigger listens to this kind of event, whatever its rule says.
func (ev event) matches(t trigger) bool {
	if t.Hold || t.On != ev.on || t.of.Key != ev.now.Type {
		return false
	}
	return ev.touches(t)
}

// touches reports whether what changed is what a trigger waits for.
func (ev event) touches(t trigger) bool {
	if t.On != flow.OnChanged || t.Field == "" {
		return true
	}
	for _, key := range ev.changed {
		if key == t.Field {
			return true
		}
	}
	return false
}

// started is what an event set off: the first steps of instances, and what could not be started and why.
type started struct {
	commits  []Commit
	versions []*version // of commits, one each
	problems []problem
}

// problem is a flow that should have started and did not.
type problem struct {
	version *version
	err     error
}

// setOff starts every current flow that waits for the event. A flow that cannot start, because its rule cannot be
// evaluated or the record is not as it needs it, is a problem that is told; the others start all the same.
func (e *Engine) setOff(ctx context.Context, a actor, ev event) (started, error) {
	var out started
	all, err := e.known.current.get(ctx, e.known.fresh)
	if err != nil {
		return out, err
	}
	held := ev.now.LockedBy != ""
	for _, v := range all {
		if _, err := v.ready(); err != nil {
			if waitsFor(v.Definition, ev) {
				out.problems = append(out.problems, problem{v, err})
			}
			continue
		}
		for _, t := range v.triggers {
			if !ev.matches(t) {
				continue
			}
			c, begun, err := e.startBy(ctx, a, v, t, ev)
			switch {
			case fault.Is(err, fault.Unavailable), ctx.Err() != nil:
				return out, err
			case err != nil:
				out.problems = append(out.problems, problem{v, err})
			case begun && held && c.Instance.RecordID == ev.now.ID:
				out.problems = append(out.problems, problem{v, errHeld})
			case begun:
				held = held || c.Instance.RecordID == ev.now.ID && !c.Unlock
				out.commits, out.versions = append(out.commits, c), append(out.versions, v)
			}
			if begun || err != nil {
				break // one start of a flow for one event
			}
		}
	}
	return out, nil
}

// waitsFor is matches for a version that does not compile.
func waitsFor(d flow.Definition, ev event) bool {
	for _, s := range d.Start {
		if s.On == ev.on && (s.Of == ev.now.Type || s.Of == "" && d.Record == ev.now.Type) {
			return true
		}
	}
	return false
}

// startBy starts one flow by one trigger, if its rule is true; begun is false when it is not.
func (e *Engine) startBy(ctx context.Context, a actor, v *version, t trigger, ev event) (c Commit, begun bool, err error) {
	facts, err := e.triggerFacts(ctx, v, t, ev)
	if err != nil {
		return Commit{}, false, err
	}
	if t.when != nil {
		if applies, _, err := t.when.True(facts); err != nil || !applies {
			return Commit{}, false, err
		}
	}
	m, err := e.newMove(a, v, e.newID())
	if err != nil {
		return Commit{}, false, err
	}
	rec := ev.now
	if t.Of != "" && t.Of != v.Definition.Record {
		if rec, err = e.mapped(a, m.graph.Type(), t, facts); err != nil {
			return Commit{}, false, err
		}
	}
	m.over(rec)
	m.lockAt = 0 // it is saved with the person's change, which says at which revision
	if err := m.start(ctx, machine.Event{Type: machine.EventSubmitted, At: m.at, By: a.ID, Unattended: true}); err != nil {
		return Commit{}, false, err
	}
	c = m.commit()
	if rec.ID != ev.now.ID {
		c.Inserts = append(c.Inserts, rec)
	}
	return c, true, nil
}

// triggerFacts is what the rules of a trigger see.
func (e *Engine) triggerFacts(ctx context.Context, v *version, t trigger, ev event) (rule.Facts, error) {
	links := linksRead(v.Definition, t.of)
	known := map[string]record.Values{}
	if err := readLinks(ctx, e.store, t.of, ev.now.Values, links, known); err != nil {
		return rule.Facts{}, err
	}
	facts := rule.Facts{Record: factsOf(t.of, ev.now, known)}
	if ev.old != nil {
		if err := readLinks(ctx, e.store, t.of, ev.old.Values, links, known); err != nil {
			return rule.Facts{}, err
		}
		facts.Old = factsOf(t.of, *ev.old, known)
	}
	return facts, nil
}

// mapped makes the record that a flow runs over of the one that set it off.
func (e *Engine) mapped(a actor, t *record.Type, tr trigger, facts rule.Facts) (record.Record, error) {
	raw := map[string]any{}
	for i, assign := range tr.Map {
		raw[assign.Field] = assign.Value
		if p := tr.from[i]; p != nil {
			value, _, err := p.Eval(facts)
			if err != nil {
				return record.Record{}, err
			}
			raw[assign.Field] = value
		}
	}
	values, err := t.Parse(raw)
	if err != nil {
		return record.Record{}, err
	}
	if err := required(t, values); err != nil {
		return record.Record{}, err
	}
	return e.newRecord(a, t, e.newID(), values), nil
}

// tell makes a problem visible: in the log, and in the bell of every admin. What the person is told is the answer.
func (e *Engine) tell(ctx context.Context, a actor, ev event, p problem) text.Text {
	e.log.WarnContext(ctx, "a flow that should have started did not", "flow", p.version.Flow, "version", p.version.Number,
		"record", ev.now.ID, "type", ev.now.Type, "person", a.ID, "error", p.err)
	f := fault.From(p.err)
	name := p.version.Definition.Name
	told := text.T(
		"流程“"+name.In(text.Chinese)+"”没有自动启动："+f.Text.In(text.Chinese)+" 记录已保存。",
		"The flow \""+name.In(text.English)+"\" did not start by itself: "+f.Text.In(text.English)+" The record is saved.")
	for _, admin := range a.admins() {
		row := NoticeRow{ID: e.newID(), At: e.at(), Notice: machine.Notice{
			To: admin, Kind: machine.NoticeFlow,
			Title: text.T("流程没有自动启动", "A flow did not start by itself"), Body: told,
		}}
		if err := e.store.DeliverNotice(ctx, row); err != nil {
			e.log.ErrorContext(ctx, "an admin could not be told", "person", admin, "error", err)
			continue
		}
		e.publisher.Publish("inbox:"+admin, e.tick())
	}
	return told
}
