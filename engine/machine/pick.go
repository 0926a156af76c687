package machine

import (
	"maps"
	"slices"
	"strconv"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/text"
)

// picks takes whom a person has chosen for later steps. Each must be one whom the step may ask, and as many as it wants.
// False: the event waits until it is known whom the steps may ask. Whoever submits picks for every step that wants that;
// whoever decides, for those that can come right after the own step and that the submitter has not seen to.
func (r *run) picks(ev Event) (bool, error) {
	from, submits := r.g.Starts()[0].ID, true
	if i := r.taskAt(ev.Task); i >= 0 {
		from, submits = r.s.Tasks[i].Node, r.s.Tasks[i].Type == TaskSubmit
	}
	for _, id := range slices.Sorted(maps.Keys(ev.Picks)) {
		node := r.g.Node(id)
		if node == nil || asksOf(node).pick == nil {
			return false, errNoPicking.With("picks."+id, errNoPicking.Text)
		}
		settings := asksOf(node)
		scope, ok := r.meantBy(ev, "pick:"+id, settings.by)
		if !ok {
			return false, nil
		}
		chosen := distinct(ev.Picks[id])
		least, most := limits(*settings.pick, scope)
		switch {
		case !mayPick(r.g, from, submits, id), settings.pick.By == flow.PickSubmitter && !submits && len(r.pickedOf(id, scope)) >= least:
			return false, errNoPicking.With("picks."+id, errNoPicking.Text)
		case slices.ContainsFunc(chosen, func(p string) bool { return !slices.Contains(scope, p) }):
			return false, errOutOfScope.With("picks."+id, errOutOfScope.Text)
		case len(chosen) < least || len(chosen) > most:
			return false, wrongNumber(id, least, most)
		}
	}
	if len(ev.Picks) > 0 {
		all := maps.Clone(r.s.Picks)
		if all == nil {
			all = map[string][]string{}
		}
		for id, people := range ev.Picks {
			all[id] = distinct(people)
		}
		r.s.Picks = all
	}
	r.u.Picks = !ev.Unattended
	return true, nil
}

// mayPick reports whether whoever decides at a node picks the people of a step: whoever submits does it for the steps that
// say so, and else whoever is asked last before it.
func mayPick(g *flow.Graph, from string, submits bool, node string) bool {
	return submits && asksOf(g.Node(node)).pick.By == flow.PickSubmitter || comesNext(g, from, node)
}

// comesNext reports whether a step can be come to from another without anybody being asked on the way.
func comesNext(g *flow.Graph, from, node string) bool {
	seen := map[string]bool{}
	todo := []string{from}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, e := range g.Out(at) {
			if e.To == node {
				return true
			}
			if next := g.Node(e.To); !seen[e.To] && len(asksOf(next).by) == 0 {
				seen[e.To] = true
				todo = append(todo, e.To)
			}
		}
	}
	return false
}

// unpick forgets whom the one before picked for a step, now that they are asked: whoever comes before it again picks anew.
// What the submitter picked holds for good.
func (r *run) unpick(node string) {
	if p := asksOf(r.node(node)).pick; p != nil && p.By == flow.PickPrevious && r.s.Picks[node] != nil {
		r.s.Picks = maps.Clone(r.s.Picks)
		delete(r.s.Picks, node)
	}
}

// pickedOf are those who were picked for a step and can still be asked.
func (r *run) pickedOf(node string, scope []string) []string {
	return slices.DeleteFunc(slices.Clone(r.s.Picks[node]), func(id string) bool { return !slices.Contains(scope, id) })
}

// limits are how many people are to be picked, never more than there are.
func limits(p flow.Pick, scope []string) (least, most int) {
	least, most = max(1, p.Min), p.Max
	if most == 0 {
		most = len(scope)
	}
	return min(least, len(scope)), most
}

// picked are those of the people a step may ask who were picked for it. Where there is nothing to choose all are asked.
// Where nobody has picked, whoever has just submitted or decided is told to; where that is no person, nobody is found.
func (r *run) picked(node *flow.Node, p flow.Pick, scope []string) ([]string, bool) {
	chosen := r.pickedOf(node.ID, scope)
	least, _ := limits(p, scope)
	switch {
	case len(chosen) > 0 && len(chosen) >= least:
		return chosen, true
	case len(scope) <= least:
		return scope, true
	case r.u.Picks:
		r.refusal = errPickWanted.With("picks."+node.ID, errPickWanted.Text)
		return nil, false
	}
	return nil, true
}

// Picking is a step for which people can be picked: whom, and how many.
type Picking struct {
	Node string
	By   []org.Selector
	Pick flow.Pick
}

// Pickings are the steps of a flow whose people are picked by hand, in the order in which they stand in the document.
func Pickings(g *flow.Graph) []Picking {
	var list []Picking
	d := g.Definition()
	for i := range d.Nodes {
		if a := asksOf(&d.Nodes[i]); a.pick != nil {
			list = append(list, Picking{Node: d.Nodes[i].ID, By: a.by, Pick: *a.pick})
		}
	}
	return list
}

// Limits are how many of those who can be picked are to be, never more than there are.
func (p Picking) Limits(scope []string) (least, most int) { return limits(p.Pick, scope) }

func wrongNumber(node string, least, most int) error {
	words := text.T("请选择 {least} 到 {most} 个人。", "Choose from {least} to {most} people.").
		Fill("least", strconv.Itoa(least), "most", strconv.Itoa(most))
	return fault.New(fault.Invalid, "wrong_number_picked", words).With("picks."+node, words)
}

var (
	errNoPicking = fault.New(fault.Invalid, "no_picking", text.T(
		"这一步的处理人不由您选择，请刷新后重试。", "The people of this step are not for you to choose; reload and try again."))
	errOutOfScope = fault.New(fault.Invalid, "picked_out_of_scope", text.T(
		"所选的人不在可选范围内或已停用，请重新选择。", "Somebody chosen is not among those who can be, or is switched off; choose again."))
	errPickWanted = fault.New(fault.Invalid, "pick_required", text.T(
		"下一步由您选择处理人，请选择后再提交。", "You choose who handles what comes next; choose, then send again."))
)
