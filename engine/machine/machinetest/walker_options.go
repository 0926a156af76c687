package machinetest

import (
	"slices"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/machine"
)

func (w *Walker) drew(options ...string) {
	for _, o := range options {
		w.Drawn[o]++
	}
}

// optionsOf are the options that stand in a flow.
func optionsOf(g *flow.Graph) []string {
	d := g.Definition()
	all := optionsOfFlow(d.Settings)
	for i := range d.Nodes {
		n := &d.Nodes[i]
		all = append(all, optionsOfStep(n)...)
		if n.Action.Decides() {
			all = append(all, optionOfRejection(g, n))
		}
		if back := returning(n); back != nil {
			all = append(all, optionsOfReturn(*back)...)
		}
		for _, l := range n.Timing().Late {
			all = append(all, optionOfLate(l))
		}
	}
	return all
}

func optionsOfFlow(s *flow.Settings) []string {
	all := []string{"withdraw:" + string(s.Withdraw), "dedup:" + string(s.Dedup)}
	return given(all, map[string]bool{"opened blocks": s.OpenedBlocks, "admins": len(s.Admins) > 0, "copy at the end": len(s.Copy) > 0, "void by approval": s.VoidFlow != ""})
}

// optionsOfStep are those that have come to something once the step is left.
func optionsOfStep(n *flow.Node) []string {
	if n.Action == nil {
		return nil
	}
	all := []string{"action:" + string(n.Action.Type)}
	if t := n.Timing(); t.Set() {
		all = given(all, map[string]bool{"due": true, "due in working time": t.Deadline.Count == flow.CountWork, "due by a date": t.Deadline.Field != "",
			"due before a date": t.Deadline.Before, "due by a frozen date": t.Deadline.Frozen})
	}
	if a := n.Action.Approve; a != nil {
		all = append(all, optionsOfQuorum(a.Quorum)...)
		all = append(all, "self:"+string(a.Self))
		all = given(all, map[string]bool{"comment": a.Comment, "fields": len(a.Fields) > 0})
		all = append(all, optionsOfAsking(a.Pick, a.Empty, a.Copy, a.Forbid)...)
	}
	if do := n.Action.Do; do != nil {
		all = append(all, optionsOfAsking(do.Pick, do.Empty, do.Copy, do.Forbid)...)
	}
	if s := n.Action.Subflow; s != nil {
		all = append(all, optionsOfSubflow(s)...)
	}
	return all
}

func optionsOfAsking(p *flow.Pick, e *flow.Empty, copies []flow.Copy, forbid []flow.TaskAction) (all []string) {
	if p != nil {
		all = append(all, "pick by "+string(p.By))
	}
	if e != nil {
		all = append(all, "empty:"+string(e.Do))
	}
	for _, c := range copies {
		all = append(all, "copy:"+string(c.At))
	}
	for _, f := range forbid {
		all = append(all, "forbid:"+string(f))
	}
	return all
}

func optionsOfQuorum(q flow.Quorum) []string {
	all := given([]string{"quorum:" + string(q.Mode)}, map[string]bool{"all reject": q.AllRejects, "wait for all": q.WaitAll, "veto": len(q.Veto) > 0})
	if v := q.Vote; v != nil {
		all = given(all, map[string]bool{"more than the share": v.Over, "abstentions excluded": v.Abstain == flow.AbstainExcluded, "weights": len(v.Weights) > 0})
	}
	return all
}

func optionsOfSubflow(s *flow.Subflow) []string {
	all := given([]string{"over:" + string(s.Over), "version:" + string(s.Version)}, map[string]bool{"detached": s.Detached})
	if e := s.Each; e != nil {
		all = given(all, map[string]bool{"each row": e.Rows != "", "each option": e.Options != "", "each of a number": e.Count > 0})
	}
	if s.Finish != nil {
		all = append(all, "finish:"+string(s.Finish.Mode))
	}
	return all
}

// optionOfRejection has come to something once the step is left rejected.
func optionOfRejection(g *flow.Graph, n *flow.Node) string {
	for _, e := range g.Out(n.ID) {
		if e.On == flow.OnRejected {
			return "rejected: an arrow"
		}
	}
	r := n.Action.Rejection()
	return "rejected:" + string(r.To) + string(r.Parallel)
}

// optionsOfReturn have once the step is returned from.
func optionsOfReturn(r flow.Return) []string {
	return given([]string{"return to:" + string(r.To), "return mode:" + string(r.Mode)}, map[string]bool{"keep votes": r.KeepVotes})
}

// optionOfLate has once it was done.
func optionOfLate(l flow.Late) string {
	return strings.TrimSpace("late:" + string(l.Do) + " " + string(l.To))
}

func returning(n *flow.Node) *flow.Return {
	switch {
	case n == nil || n.Action == nil:
	case n.Action.Approve != nil:
		return n.Action.Approve.Return
	case n.Action.Do != nil:
		return n.Action.Do.Return
	}
	return nil
}

// optionsOfEvent are its type and in which way it is more than that.
func optionsOfEvent(ev machine.Event) []string {
	of := "event " + string(ev.Type)
	all := given([]string{of}, map[string]bool{
		of + " by a deputy": ev.OnBehalfOf != "", of + " with people picked": len(ev.Picks) > 0, of + " on values seen": ev.Seen > 0,
		of + " and an update unsavable": len(ev.Unsavable) > 0, of + " unattended": ev.Unattended, of + " of a child": ev.Caller != nil,
		of + " with values": len(ev.Set) > 0,
	})
	switch {
	case ev.Type == machine.EventSignersAdded:
		all = append(all, of+" "+string(ev.Place), of+" as "+string(ev.Mode))
	case ev.Type == machine.EventDecided:
		all = append(all, of+" "+string(ev.Outcome))
	case ev.Child != nil:
		all = given(all, map[string]bool{of + " with values": len(ev.Child.Set) > 0, of + " " + string(ev.Child.Status): ev.Child.Status != ""})
	case ev.Merge != nil:
		all = given(all, map[string]bool{of + " applied": len(ev.Merge.Set) > 0, of + " left": len(ev.Merge.Left) > 0, of + " given up": len(ev.Merge.Gone) > 0})
	}
	return all
}

// given adds the options that are.
func given(all []string, options map[string]bool) []string {
	for o, is := range options {
		if is {
			all = append(all, o)
		}
	}
	slices.Sort(all)
	return all
}

// happened counts what a step that was taken shows to have come to something.
func (w *Walker) happened(before machine.State, ev machine.Event, step machine.Step) {
	g := w.Play.Graph
	all := optionsOfEvent(ev)
	if i := slices.IndexFunc(before.Timers, func(m machine.Timer) bool { return m.ID == ev.Timer }); i >= 0 && before.Timers[i].Kind != machine.TimerDue {
		task := slices.IndexFunc(before.Tasks, func(k *machine.Task) bool { return k.ID == before.Timers[i].Task })
		all = append(all, optionOfLate(g.Node(before.Tasks[task].Node).Timing().Late[before.Timers[i].Rule]))
	}
	for i, a := range step.State.Activations {
		n := g.Node(a.Node)
		if a.Outcome == "" || i < len(before.Activations) && before.Activations[i].Outcome != "" {
			continue
		}
		all = append(all, optionsOfStep(n)...)
		if a.Outcome == machine.OutcomeRejected && n.Action.Decides() {
			all = append(all, optionOfRejection(g, n))
		}
	}
	for _, e := range step.Journal {
		if back := returning(g.Node(e.Node)); back != nil && e.Type == machine.EntryReturned {
			all = append(all, optionsOfReturn(*back)...)
		}
		if e.Type == machine.EntryEnded {
			all = append(all, optionsOfFlow(g.Definition().Settings)...)
		}
	}
	for _, o := range all {
		w.Happened[o]++
	}
}
