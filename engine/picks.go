package engine

import (
	"context"
	"slices"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// PickAsked is a step whose people a person is asked to pick: out of whom, and how many.
type PickAsked struct {
	Node   string      `json:"node"`
	Name   text.Text   `json:"name"`
	From   []PersonRef `json:"from"` // who can be picked
	Min    int         `json:"min"`
	Max    int         `json:"max"`
	Picked []string    `json:"picked,omitempty"` // who of them is picked already
}

// picker knows, before a submission or a decision is taken, which people of which steps can be picked with it.
type picker struct {
	steps map[string]PickAsked // by node; without those where there is nothing to choose
	by    map[string]flow.PickBy
	order []string
}

// picker looks at the record as it will be with what is filled in, as the machine does.
func (m *move) picker(ctx context.Context, a actor, submitter string, set record.Values) (picker, error) {
	p := picker{steps: map[string]PickAsked{}, by: map[string]flow.PickBy{}}
	for _, one := range machine.Pickings(m.graph) {
		found, err := m.meant(ctx, submitter, machine.Ask{Selectors: one.By, Set: set})
		if err != nil {
			return picker{}, err
		}
		p.by[one.Node] = one.Pick.By
		least, most := one.Limits(found)
		if len(found) <= least {
			continue // all of them are asked
		}
		n := m.graph.Node(one.Node)
		step := PickAsked{Node: one.Node, Name: n.Name, Min: least, Max: most, From: make([]PersonRef, len(found))}
		for i, id := range found {
			step.From[i] = a.ref(id)
			if slices.Contains(m.before.State.Picks[one.Node], id) {
				step.Picked = append(step.Picked, id)
			}
		}
		p.steps[one.Node], p.order = step, append(p.order, one.Node)
	}
	return p, nil
}

// among keeps the steps of which ask says that they are asked now.
func (p picker) among(ask func(PickAsked, flow.PickBy) bool) []PickAsked {
	asked := []PickAsked{}
	for _, node := range p.order {
		if step := p.steps[node]; ask(step, p.by[node]) {
			asked = append(asked, step)
		}
	}
	return asked
}

// entered are the nodes that a move has come to.
func (m *move) entered() map[string]bool {
	nodes := map[string]bool{}
	for _, act := range m.state.Activations[len(m.before.State.Activations):] {
		nodes[act.Node] = true
	}
	return nodes
}

// aside is a copy of a move on which can be tried what would follow, if nothing were required and nobody had to be picked.
func (m *move) aside() (*move, error) {
	c := *m
	c.step, c.linked, c.proposal, c.hashes = machine.Step{}, nil, m.proposal.clone(), slices.Clip(m.hashes)
	if m.rec != nil {
		rec := *m.rec
		rec.Values = rec.Values.Clone()
		c.rec = &rec
	}
	var err error
	c.graph, err = m.version.softened()
	return &c, err
}

// wholeWay is such a copy for all that lies ahead, whichever branch comes first.
func (m *move) wholeWay() (*move, error) {
	c, err := m.aside()
	if err == nil {
		c.graph, err = m.version.waitingForAll()
	}
	return c, err
}

// pickedAhead refuses a submission that leaves out a pick which is asked for what is filled in.
func (e *Engine) pickedAhead(ctx context.Context, a actor, m *move, set record.Values, picks map[string][]string) error {
	if !slices.ContainsFunc(machine.Pickings(m.graph), func(p machine.Picking) bool { return p.Pick.By == flow.PickSubmitter }) {
		return nil
	}
	p, err := e.walk(ctx, a, m, set, picks)
	if err != nil {
		return err
	}
	return wantedPicks(p.Picks, picks)
}

// ahead are the submitter's picks on the way that a look ahead has taken.
func (p picker) ahead(c *move) []PickAsked {
	entered := c.entered()
	return p.among(func(s PickAsked, by flow.PickBy) bool { return by == flow.PickSubmitter && entered[s.Node] })
}

// picksToDecide are the steps whose people whoever decides a task like this is asked to pick. Nil: nobody picks anybody in
// this flow, whatever is decided.
func (e *Engine) picksToDecide(ctx context.Context, a actor, m *move, t machine.Task, outcome machine.Outcome, set record.Values) ([]PickAsked, error) {
	if len(machine.Pickings(m.graph)) == 0 || t.State != machine.TaskOpen || t.Advice {
		return nil, nil
	}
	p, err := m.picker(ctx, a, m.submitter(), set)
	if err != nil {
		return nil, err
	}
	look := m.aside
	if t.Type == machine.TaskSubmit {
		look = m.wholeWay
	}
	c, err := look()
	if err != nil {
		return nil, err
	}
	ev := machine.Event{Type: machine.EventDecided, At: m.at, By: t.Assignee, Task: t.ID, Outcome: outcome, Comment: "-", Set: set}
	if err := c.advance(ctx, ev); err != nil {
		return nil, err
	}
	if t.Type == machine.TaskSubmit {
		_, err = c.agreeAll(ctx)
		return p.ahead(c), err
	}
	entered := c.entered()
	return p.among(func(s PickAsked, by flow.PickBy) bool {
		return entered[s.Node] && (by == flow.PickPrevious || len(s.Picked) < s.Min)
	}), nil
}

// PreviewDecision answers whose people a person is asked to pick, if he decides a task like this: which step comes next may
// depend on what he fills in. Nothing is saved. Faults as of Decide, but that nothing is required yet.
func (e *Engine) PreviewDecision(ctx context.Context, who string, d Verdict) ([]PickAsked, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return nil, err
	}
	m, t, err := e.deciding(ctx, a, d.Task)
	if err != nil {
		return nil, err
	}
	access, err := m.access(ctx, a, t, d.Set)
	if err != nil {
		return nil, err
	}
	set, err := e.fillIn(ctx, a, m.graph.Type(), access, m.rec.Values, d.Set)
	if err != nil {
		return nil, err
	}
	asked, err := e.picksToDecide(ctx, a, m, t, d.Outcome, set)
	if asked == nil {
		asked = []PickAsked{}
	}
	return asked, fault.Wrap(err, "preview a decision of %s", d.Task)
}

// wantedPicks refuses to go on without a pick that is asked.
func wantedPicks(asked []PickAsked, picks map[string][]string) error {
	var f *fault.Error
	var zh, en []string
	for _, s := range asked {
		if len(s.Picked) >= s.Min || len(picks[s.Node]) > 0 {
			continue
		}
		if f == nil {
			f = fault.New(fault.Invalid, "pick_required", text.Text{})
		}
		f = f.With("picks."+s.Node, text.T("请选择处理人。", "Choose who handles this."))
		zh, en = append(zh, "“"+s.Name.In(text.Chinese)+"”"), append(en, s.Name.In(text.English))
	}
	if f == nil {
		return nil
	}
	f.Text = text.T("请先选择由谁处理"+strings.Join(zh, "、")+"，再提交。", "First choose who handles "+strings.Join(en, ", ")+"; then send again.")
	return f
}
