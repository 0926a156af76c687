package machine

import (
	"slices"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
)

// Why a returned instance does not go straight back to whoever returned it. Stored; never renamed.
const (
	notStraightParallel = "parallel" // the fork it was returned out of fires again
	notStraightBranch   = "branch"   // what was changed leads another way
	notStraightSeen     = "seen"     // what was changed was approved in between
	notStraightUndone   = "undone"   // what a step in between changed was put back, and has to be done again
)

// comeForward sends a token on from where it was returned to, once that is settled: straight to whoever returned it, or
// step by step. It reports whether it went straight, or waits for the facts to tell.
func (r *run) comeForward(t Token) bool {
	i := slices.IndexFunc(r.s.Returns, func(c Comeback) bool { return c.To == t.Activation })
	if i < 0 {
		return false
	}
	c := r.s.Returns[i]
	reason := ""
	if c.Direct {
		var known bool
		if reason, known = r.notStraight(t, c); !known {
			return true
		}
	}
	r.s.Returns = slices.Delete(r.s.Returns, i, i+1)
	straight := c.Direct && reason == ""
	told := Entry{Type: EntryResubmitted, By: r.u.By, Node: t.Node, Activation: t.Activation, Data: Data{Reason: reason}}
	if straight {
		told.Data.Nodes = []string{c.Node}
	}
	r.tell(told)
	if straight {
		r.goStraight(t, c)
	}
	return straight
}

// chooseWay lets whoever has it back say whether it is to go straight, where the choice is theirs.
func (r *run) chooseWay(activation string, direct bool) {
	for i := range r.s.Returns {
		if c := &r.s.Returns[i]; c.To == activation && c.Choice {
			c.Direct = direct
		}
	}
}

// notStraight is why a token may not go straight back to where it was returned from; "" when it may. When the record has
// to be read for that, it is asked for, and not known yet.
func (r *run) notStraight(t Token, c Comeback) (reason string, known bool) {
	if c.Scope != t.Scope || !r.s.liveScope(c.Scope) {
		return notStraightParallel, true
	}
	between := r.between(r.past(c.To).Again, c.From)
	if slices.ContainsFunc(between, func(a *Activation) bool { return a.Undone }) {
		return notStraightUndone, true
	}
	if len(c.Changed) == 0 {
		return "", true
	}
	for _, a := range between {
		if a.Outcome == OutcomeApproved && r.shows(a.Node, c.Changed) {
			return notStraightSeen, true
		}
	}
	for _, a := range between {
		if len(a.Chose) == 0 || !asksRecord(r.g.Out(a.Node)) {
			continue
		}
		facts, ok := r.facts(t)
		if !ok {
			return "", false
		}
		if !r.choosesAgain(a, facts) {
			return notStraightBranch, true
		}
	}
	return "", true
}

// shows reports whether the people of a node see any of the fields, or columns of detail rows.
func (r *run) shows(node string, fields []string) bool {
	access := record.Rights(flow.FieldAccess(r.g, node))
	return slices.ContainsFunc(fields, func(f string) bool {
		rows, _, _ := strings.Cut(f, ".")
		return access[rows].Shows() && access[f].Shows()
	})
}

// choosesAgain reports whether a decision would take the same edges now.
func (r *run) choosesAgain(a *Activation, facts record.Values) bool {
	n := r.node(a.Node)
	all := n.Decision != nil && n.Decision.Match == flow.MatchAll
	chosen, _, failed := r.choose(r.g.Out(a.Node), facts, all)
	return failed == nil && slices.Equal(edgeIDs(chosen), a.Chose)
}

// goStraight puts the token back where it was returned from. What was decided in between counts again.
func (r *run) goStraight(t Token, c Comeback) {
	for _, a := range r.between(r.past(c.To).Again, c.From) {
		r.activation(a.ID).Superseded = false
	}
	r.leave(t, r.activation(t.Activation).Outcome)
	from := r.activation(c.From).From
	token := &r.s.Tokens[r.tokenAt(t.ID)]
	token.Activation = from[0]
	if node := r.node(c.Node); keepsVotes(node) {
		r.u.Keep = c.Owner
	}
	r.enterAgain(t.ID, c.Node, c.From)
	r.u.Keep = ""
}

func keepsVotes(n *flow.Node) bool {
	back := returnOf(n)
	return back != nil && back.KeepVotes
}

// askedAt gives whom a step means. Where it repeats an activation these are the people of that one; in the place of each who
// is switched off by now comes somebody whom the step means now and who was not among them, unless they were picked by hand.
func (r *run) askedAt(t Token, settings asks) ([]string, bool) {
	before := r.askedBefore(t)
	if len(before) == 0 {
		return r.people(t, settings.by)
	}
	by := make([]org.Selector, len(before))
	for i, p := range before {
		by[i] = org.Selector{Person: p}
	}
	still, ok := r.people(t, by)
	if !ok || len(still) == len(before) || settings.pick != nil {
		return still, ok
	}
	now, ok := r.peopleFor(t, "anew", settings.by)
	if !ok {
		return nil, false
	}
	now = slices.DeleteFunc(now, func(p string) bool { return slices.Contains(before, p) })
	var people []string
	for _, p := range before {
		switch {
		case slices.Contains(still, p):
			people = append(people, p)
		case len(now) > 0:
			people, now = append(people, now[0]), now[1:]
		}
	}
	return people, true
}

// askedBefore are the people of the activation that a token's repeats.
func (r *run) askedBefore(t Token) []string {
	again := r.activation(t.Activation).Again
	if again == "" {
		return nil
	}
	var people []string
	for _, s := range r.past(again).Slots {
		if s.Group == "" {
			people = append(people, s.Owner)
		}
	}
	return distinct(people)
}

// keeps takes over what the owner of the slot at place i agreed to before, and reports whether that counts.
func (r *run) keeps(t Token, i int) bool {
	a := r.activation(t.Activation)
	owner := a.Slots[i].Owner
	if a.Keep == "" || owner == a.Keep {
		return false
	}
	agreed := slices.ContainsFunc(r.activation(a.Again).Slots, func(s Slot) bool {
		return s.Owner == owner && s.Outcome == OutcomeApproved
	})
	if agreed {
		r.sign(a.ID, a.Slots[i].ID, OutcomeApproved)
	}
	return agreed
}
