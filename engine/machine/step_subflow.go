package machine

import (
	"slices"
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/rule"
)

// subflowStep has other instances run, and goes on by what they come to. Starting them, and telling what became of them, is
// for the caller: see JobStartChild and EventChildStarted.
type subflowStep struct{}

func (s subflowStep) do(r *run, t Token, node *flow.Node) {
	if len(r.childrenOf(t.Activation)) == 0 {
		s.call(r, t, node)
		return
	}
	if r.stuck(t) || !s.callAgain(r, t, node) {
		s.judge(r, t, node)
	}
}

// call asks for the children. Where there is nothing to have one for, the step is passed.
func (s subflowStep) call(r *run, t Token, node *flow.Node) {
	if r.s.Caller != nil && r.s.Caller.Depth >= flow.MaxDepth {
		r.incident(t, incidentTooDeep, node.Action.Subflow.Flow)
		return
	}
	wishes, ok := s.wishes(r, t, node)
	if !ok {
		return
	}
	if len(wishes) == 0 {
		r.settled(t, OutcomeApproved)
		return
	}
	for _, w := range wishes {
		r.want(t, w, node)
	}
}

// want adds a child and asks for it to be started.
func (r *run) want(t Token, w wish, node *flow.Node) {
	settings := node.Action.Subflow
	c := Child{ID: r.id("c"), Activation: t.Activation, Node: node.ID, Flow: settings.Flow, Item: w.item}
	r.begin(&c, w, settings)
	r.s.Children = append(r.s.Children, c)
}

// wishes are the children that the record as it is wants; false while that is not known, or cannot be.
func (s subflowStep) wishes(r *run, t Token, node *flow.Node) ([]wish, bool) {
	settings := node.Action.Subflow
	if settings.Over == flow.OverSame && (settings.Each == nil || settings.Each.Count > 0) {
		return s.numbered(settings), true
	}
	facts, ok := r.facts(t)
	if !ok {
		return nil, false
	}
	wishes, items := s.each(settings, facts)
	if len(wishes) > flow.MaxChildren {
		r.incident(t, incidentTooManyChildren, strconv.Itoa(len(wishes)))
		return nil, false
	}
	for i := range wishes {
		if wrong, ok := s.over(r, node, &wishes[i], rule.Facts{Record: facts, Item: items[i]}); !ok {
			r.incident(t, incidentChildFailed, wrong)
			return nil, false
		}
	}
	return wishes, true
}

// numbered are as many as the settings say, told apart by their numbers.
func (subflowStep) numbered(settings *flow.Subflow) []wish {
	if settings.Each == nil {
		return make([]wish, 1)
	}
	wishes := make([]wish, settings.Each.Count)
	for i := range wishes {
		wishes[i].item = strconv.Itoa(i + 1)
	}
	return wishes
}

// each is one for each of what the record holds, and the values that it is for.
func (s subflowStep) each(settings *flow.Subflow, facts record.Values) (wishes []wish, items []record.Values) {
	switch each := settings.Each; {
	case each != nil && each.Rows != "":
		rows, _ := facts[each.Rows].([]record.Values)
		for i, row := range rows {
			wishes, items = append(wishes, wish{item: strconv.Itoa(i + 1)}), append(items, row)
		}
	case each != nil && each.Options != "":
		chosen, _ := facts[each.Options].([]string)
		for _, option := range chosen {
			wishes, items = append(wishes, wish{item: option}), append(items, record.Values{"value": option})
		}
	default:
		wishes = s.numbered(settings)
		items = make([]record.Values, len(wishes))
	}
	return wishes, items
}

// over says which record a child runs over, or what is to be in the one that is made for it.
func (subflowStep) over(r *run, node *flow.Node, w *wish, facts rule.Facts) (wrong string, ok bool) {
	settings := node.Action.Subflow
	switch settings.Over {
	case flow.OverSame:
	case flow.OverLinked:
		if w.record = idOf(facts.Record[settings.Link]); w.record == "" {
			return settings.Link, false
		}
	case flow.OverNew:
		of := settings.Child(r.g.Type(), r.g.Types())
		if w.set, wrong = valuesFor(of, settings.In, func(i int) *rule.Program { return r.g.AssignRule(node.ID, i) }, facts); wrong != "" {
			return wrong, false
		}
	}
	return "", true
}

// callAgain starts the children anew that failed, for the record as it is now, and reports whether there were any. One for
// which there is nothing any more is done without.
func (s subflowStep) callAgain(r *run, t Token, node *flow.Node) bool {
	failed := func(c Child) bool { return c.Activation == t.Activation && c.State == ChildFailed }
	if !slices.ContainsFunc(r.s.Children, failed) {
		return false
	}
	wishes, ok := s.wishes(r, t, node)
	if !ok {
		return true
	}
	for i := range r.s.Children {
		c := r.s.Children[i]
		if !failed(c) {
			continue
		}
		at := slices.IndexFunc(wishes, func(w wish) bool { return w.item == c.Item })
		switch {
		case at >= 0 && c.Instance == "":
			r.begin(&r.s.Children[i], wishes[at], node.Action.Subflow)
		case at >= 0:
			r.s.Children[i].State = ChildReplaced
			r.want(t, wishes[at], node)
		default:
			r.s.Children[i].State = ChildReplaced
		}
	}
	return slices.ContainsFunc(r.childrenOf(t.Activation), func(c *Child) bool { return c.State == ChildWanted })
}

// judge goes on once what the children came to is enough, one way or the other.
func (s subflowStep) judge(r *run, t Token, node *flow.Node) {
	children := r.childrenOf(t.Activation)
	if node.Action.Subflow.Detached {
		if !slices.ContainsFunc(children, func(c *Child) bool { return c.State != ChildStarted }) {
			r.settled(t, OutcomeDone)
		}
		return
	}
	approved, rejected := 0, 0
	for _, c := range children {
		switch c.State {
		case ChildApproved:
			approved++
		case ChildRejected:
			rejected++
		case ChildWanted, ChildStarted, ChildFailed, ChildCalled, ChildReplaced:
		}
	}
	enough := enoughOf(node.Action.Subflow.Finish, len(children))
	switch {
	case approved >= enough:
		if s.takeBack(r, t, node, children) {
			s.enough(r, t, OutcomeApproved)
		}
	case rejected > len(children)-enough:
		s.enough(r, t, OutcomeRejected)
	}
}

// enough settles the step; children still under way are not wanted any more.
func (subflowStep) enough(r *run, t Token, outcome Outcome) {
	r.callOff(t.Activation, reasonSibling)
	for i := range r.s.Incidents {
		if x := &r.s.Incidents[i]; x.open() && x.Activation == t.Activation {
			x.ResolvedAt = r.at
		}
	}
	r.settled(t, outcome)
}

// enoughOf is how many of so many children have to be approved.
func enoughOf(f *flow.Finish, of int) int {
	switch {
	case f == nil || f.Mode == flow.FinishAll:
		return of
	case f.Mode == flow.FinishAny:
		return min(1, of)
	}
	return min(f.N, of)
}

// takeBack gives the record what the approved child's record says; false while that is not known, or cannot be set.
func (subflowStep) takeBack(r *run, t Token, node *flow.Node, children []*Child) bool {
	settings := node.Action.Subflow
	if len(settings.Out) == 0 || len(children) == 0 {
		return true
	}
	if r.stuck(t) {
		return false
	}
	facts, ok := r.facts(t)
	if !ok {
		return false
	}
	told, ok := r.childFacts(t, children[0].ID)
	if !ok {
		return false
	}
	set, wrong := valuesFor(r.g.Type(), settings.Out, func(i int) *rule.Program { return r.g.OutRule(node.ID, i) }, rule.Facts{Record: told})
	if wrong != "" || slices.Contains(r.u.Never, node.ID) {
		r.incident(t, incidentUpdateFailed, wrong)
		return false
	}
	r.change(r.g.Type(), "", "", facts, set, Entry{Node: node.ID, Activation: t.Activation})
	return true
}
