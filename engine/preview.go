package engine

import (
	"context"
	"slices"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// ahead bounds how many tasks a look ahead settles.
const ahead = 500

// Preview answers which path a submission would take if everybody agreed: by Advance itself, on a copy, saving nothing
// and sending nothing. Faults as of Submit, but that nothing is required yet.
func (e *Engine) Preview(ctx context.Context, who string, s Submission) (Preview, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return Preview{}, err
	}
	m, err := e.submission(ctx, a, s, "preview")
	if err != nil {
		return Preview{}, fault.Wrap(err, "preview %s", s.Flow)
	}
	if err := e.unasked(ctx, a, m.rec.Type, m.rec.ID, nil); err != nil {
		return Preview{}, err
	}
	set, err := e.fillIn(ctx, a, m.graph.Type(), m.version.accessAt(m.version.start()), m.rec.Values, s.Set)
	if err != nil {
		return Preview{}, err
	}
	return e.walk(ctx, a, m, set, s.Picks)
}

// walk submits and has everybody agree, on a copy of a move, and tells where that led.
func (e *Engine) walk(ctx context.Context, a actor, m *move, set record.Values, picks map[string][]string) (Preview, error) {
	by, err := m.picker(ctx, a, a.ID, set)
	if err != nil {
		return Preview{}, err
	}
	c, err := m.wholeWay()
	if err != nil {
		return Preview{}, err
	}
	if err := c.begin(ctx, a.ID, set, nil); err != nil {
		return Preview{}, fault.Wrap(err, "preview %s", m.version.Flow)
	}
	ends, err := c.agreeAll(ctx)
	if err != nil {
		return Preview{}, fault.Wrap(err, "preview %s", m.version.Flow)
	}
	p := Preview{Steps: c.stepsAhead(a, by, picks), Picks: by.ahead(c)}
	e.nameRuns(ctx, c, p.Steps)
	for _, i := range c.state.Incidents {
		if i.ResolvedAt.IsZero() {
			p.Problems = append(p.Problems, c.stuck(i))
		}
	}
	for _, i := range m.tooFewAhead(c) {
		p.Problems = append(p.Problems, c.stuck(i))
	}
	if !ends {
		p.Problems = append(p.Problems, text.T(
			"流程可能会反复循环，请检查条件。",
			"The flow might go round without end; look at its conditions."))
	}
	return p, nil
}

// tooFewAhead are the joins that would be held because fewer branches have come to them than they want. The look ahead goes
// on behind them, as the flow does once an administrator has let it.
func (m *move) tooFewAhead(c *move) []machine.Incident {
	var held []machine.Incident
	for _, act := range c.state.Activations[len(m.before.State.Activations):] {
		n := m.graph.Node(act.Node)
		if n.Wants() > len(act.From) && n.Join.Short == flow.ShortHold && act.Outcome == machine.OutcomeDone {
			held = append(held, machine.Incident{Node: act.Node, Reason: "too_few"})
		}
	}
	return held
}

// agreeAll has everybody agree who is asked, and whoever is asked because of that. False: that might go on without end.
func (m *move) agreeAll(ctx context.Context) (bool, error) {
	for range ahead {
		ev, ok := m.nextAgreed()
		if !ok {
			return true, nil
		}
		if err := m.advance(ctx, ev); err != nil {
			return false, err
		}
	}
	return false, nil
}

// nextAgreed is the next thing that has the flow go on: somebody agrees, or a sub-flow does.
func (m *move) nextAgreed() (machine.Event, bool) {
	if t, ok := m.nextOpen(); ok {
		return machine.Event{Type: machine.EventDecided, At: m.at, By: t.Assignee, Task: t.ID, Outcome: agreement(t)}, true
	}
	return m.nextChild()
}

// nameRuns says of the steps that run another flow which that is.
func (e *Engine) nameRuns(ctx context.Context, m *move, steps []PreviewStep) {
	for i := range steps {
		called := m.graph.Node(steps[i].Node).Action.Subflow
		if called == nil {
			continue
		}
		steps[i].Runs = text.T(called.Flow, called.Flow)
		if v, err := e.currentVersion(ctx, called.Flow); err == nil {
			steps[i].Runs = v.Definition.Name
		}
	}
}

// agreement is the outcome of a task that has the flow go on.
func agreement(t machine.Task) machine.Outcome {
	if t.Type == flow.ActionDo || t.Type == machine.TaskSubmit {
		return machine.OutcomeDone
	}
	return machine.OutcomeApproved
}

func (m *move) nextOpen() (machine.Task, bool) {
	for _, t := range m.state.Tasks {
		if t.State == machine.TaskOpen {
			return *t, true
		}
	}
	return machine.Task{}, false
}

// nextChild is what is told of the next child: that it has begun, and then that it was approved.
func (m *move) nextChild() (machine.Event, bool) {
	for _, c := range m.state.Children {
		ev := machine.Event{At: m.at, Child: &machine.ChildNews{ID: c.ID}}
		switch {
		case c.State == machine.ChildWanted:
			ev.Type, ev.Child.Instance, ev.Child.Version = machine.EventChildStarted, c.ID, 1
			return ev, true
		case c.State == machine.ChildStarted && !m.graph.Node(c.Node).Action.Subflow.Detached:
			ev.Type, ev.Child.Status = machine.EventChildEnded, machine.Approved
			return ev, true
		}
	}
	return machine.Event{}, false
}

// stepsAhead lists the steps that were entered, in order, with the people who were asked or told.
func (m *move) stepsAhead(a actor, by picker, picks map[string][]string) []PreviewStep {
	steps := []PreviewStep{}
	for _, act := range m.state.Activations {
		n := m.graph.Node(act.Node)
		if n == nil || n.Kind != flow.KindStep || n.Action == nil {
			continue
		}
		step := PreviewStep{Node: n.ID, Name: n.Name, Type: n.Action.Type, People: []PersonRef{}}
		if n.Action.Approve != nil {
			step.Quorum = n.Action.Approve.Quorum.Mode
		}
		if one, ok := by.steps[n.ID]; ok {
			step.Pick = by.by[n.ID]
			step.People = append(step.People, chosen(one, picks[n.ID])...)
		} else {
			for _, t := range m.state.Tasks {
				if t.Activation == act.ID {
					step.People = append(step.People, a.ref(t.Assignee))
				}
			}
		}
		if n.Action.Notify != nil && act.Round == 1 {
			for _, j := range m.step.Jobs {
				if j.Notice.Kind == machine.NoticeFlow && j.Notice.Node == n.ID {
					step.People = append(step.People, a.ref(j.Notice.To))
				}
			}
		}
		steps = append(steps, step)
	}
	return steps
}

// chosen are the people who are picked of those who can be.
func chosen(step PickAsked, picked []string) []PersonRef {
	return slices.DeleteFunc(slices.Clone(step.From), func(p PersonRef) bool { return !slices.Contains(picked, p.ID) })
}

// stuck says why the path ends at an incident.
func (m *move) stuck(i machine.Incident) text.Text {
	name := text.T(i.Node, i.Node)
	if n := m.graph.Node(i.Node); n != nil && !n.Name.Empty() {
		name = n.Name
	}
	why, ok := incidentWords[i.Reason]
	if !ok {
		why = text.T("不能继续", "cannot go on")
	}
	return text.T(
		"“"+name.In(text.Chinese)+"”："+why.ZH+"。流程会停在这里，等管理员处理。",
		name.In(text.English)+": "+why.EN+". The flow would stop here until an administrator mends it.")
}

var incidentWords = map[string]text.Text{
	"rule_failed":   text.T("条件无法计算，可能缺少字段值", "a condition cannot be evaluated; a value may be missing"),
	"no_match":      text.T("没有条件成立，也没有默认出口", "no condition is true and there is no default"),
	"nobody":        text.T("找不到处理人", "there is nobody to ask"),
	"too_many_hops": text.T("流程在自动步骤中循环", "the flow goes round in automatic steps"),
	"no_way":        text.T("没有通往下一步的箭头", "no arrow leads on"),
	"many_ways":     text.T("有多个箭头通往下一步", "several arrows lead on"),
	"too_few":       text.T("到不了汇聚要等的分支数", "fewer branches can come to the join than it wants"),
	"child_failed":  text.T("子流程无法启动", "the sub-flow cannot be started"),
	"too_deep":      text.T("子流程嵌套太深", "sub-flows lie too deep in one another"),
	"update_failed": text.T("无法更新字段", "a field cannot be updated"),
}
