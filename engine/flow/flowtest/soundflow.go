package flowtest

import (
	"strconv"

	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/text"
)

// SoundFlow draws a random flow over the record type "contract", of which it uses the fields amount and months (numbers).
// Its steps ask some of the people, each by id. The chart nests sequences, decisions of both kinds, forks whose branches
// join or end by themselves, and loops that go back through a person's step; every path leads to an end.
func SoundFlow(t *rapid.T, people ...string) flow.Definition {
	if len(people) == 0 {
		people = []string{"ann", "bob", "cid"}
	}
	b := &builder{t: t, people: people, left: rapid.IntRange(1, 25).Draw(t, "size"), d: flow.Definition{
		Format: flow.Format, Key: "random", Name: text.T("随机", "Random"), Record: "contract",
		Start: []flow.Trigger{{On: flow.OnSubmitted}},
	}}
	start := b.node(flow.Node{Kind: flow.KindStart})
	if open := b.sequence([]loose{{from: start}}, 0); len(open) > 0 {
		b.end(open)
	}
	return b.d
}

// loose is an arrow that has no target yet.
type loose struct {
	from   string
	on     flow.EdgeOn
	when   string
	orElse bool
}

type builder struct {
	t      *rapid.T
	d      flow.Definition
	people []string
	left   int // parts that may still be added
}

func (b *builder) draw(label string, n int) int { return rapid.IntRange(0, n-1).Draw(b.t, label) }

func (b *builder) node(n flow.Node) string {
	n.ID = "n" + strconv.Itoa(len(b.d.Nodes)+1)
	n.Name = text.T("节点"+n.ID, string(n.Kind)+" "+n.ID)
	b.d.Nodes = append(b.d.Nodes, n)
	return n.ID
}

func (b *builder) connect(open []loose, to string) {
	for _, l := range open {
		b.d.Edges = append(b.d.Edges, flow.Edge{ID: "e" + strconv.Itoa(len(b.d.Edges)+1),
			From: l.from, To: to, On: l.on, When: l.when, Default: l.orElse})
	}
}

// sequence adds up to four parts after the open arrows and answers those that are open then; none when all have ended.
func (b *builder) sequence(open []loose, depth int) []loose {
	parts := []func([]loose, int) []loose{b.step, b.step, b.step}
	if depth < 4 {
		parts = append(parts, b.choice, b.parallel, b.inclusive, b.loop)
	}
	for range 1 + b.draw("parts", 4) {
		if b.left <= 0 || len(open) == 0 {
			break
		}
		b.left--
		open = parts[b.draw("part", len(parts))](open, depth+1)
	}
	return open
}

func (b *builder) end(open []loose) {
	n := flow.Node{Kind: flow.KindEnd}
	switch b.draw("end", 4) {
	case 0:
		n.End = &flow.End{Result: flow.ResultRejected}
	case 1:
		n.End = &flow.End{Result: flow.ResultApproved, Whole: true}
	}
	b.connect(open, b.node(n))
}

func (b *builder) someone() []org.Selector {
	var by []org.Selector
	for range 1 + b.draw("people", 3) {
		if b.draw("by", 5) == 0 {
			by = append(by, org.Selector{Submitter: true})
			continue
		}
		by = append(by, org.Selector{Person: b.people[b.draw("person", len(b.people))]})
	}
	return by
}

func (b *builder) approve() flow.Node {
	modes := []flow.QuorumMode{flow.QuorumAny, flow.QuorumAll, flow.QuorumOrder}
	return flow.Node{Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionApprove, Approve: &flow.Approve{
		By: b.someone(), Quorum: flow.Quorum{Mode: modes[b.draw("quorum", len(modes))]}}}}
}

// step is one action; now and then an approval has its own way for a rejection.
func (b *builder) step(open []loose, _ int) []loose {
	var n flow.Node
	switch b.draw("action", 6) {
	case 0:
		n = flow.Node{Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionDo, Do: &flow.Do{By: b.someone()}}}
	case 1:
		n = flow.Node{Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionNotify, Notify: &flow.Notify{
			To: b.someone(), Title: text.T("金额 {record.amount}", "Amount {record.amount}")}}}
	case 2:
		n = flow.Node{Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionUpdate, Update: &flow.Update{
			Set: []flow.Assign{{Field: "months", Value: "12"}}}}}
	default:
		n = b.approve()
	}
	id := b.node(n)
	b.connect(open, id)
	if n.Action.Approve != nil && b.draw("refusal", 4) == 0 {
		b.end([]loose{{from: id, on: flow.OnRejected}})
	}
	return []loose{{from: id}}
}

// arms adds two or three ways out of a decision, the last for "otherwise".
func (b *builder) arms(id string, rules ...string) []loose {
	n := 1 + b.draw("arms", 2)
	var arms []loose
	for i := range n {
		arms = append(arms, loose{from: id, when: rules[i]})
	}
	return append(arms, loose{from: id, orElse: true})
}

// choice is a decision that takes one way; the ways meet in whatever comes next.
func (b *builder) choice(open []loose, depth int) []loose {
	id := b.node(flow.Node{Kind: flow.KindDecision, Decision: &flow.Decision{Match: flow.MatchFirst}})
	b.connect(open, id)
	var out []loose
	low, high := strconv.Itoa(b.draw("low", 1000)), strconv.Itoa(1000+b.draw("high", 1000))
	for _, arm := range b.arms(id, "record.amount > "+high, "record.amount < "+low) {
		if b.draw("empty arm", 3) == 0 {
			out = append(out, arm)
			continue
		}
		out = append(out, b.sequence([]loose{arm}, depth)...)
	}
	return out
}

func (b *builder) parallel(open []loose, depth int) []loose {
	id := b.node(flow.Node{Kind: flow.KindFork})
	b.connect(open, id)
	ways := make([]loose, 2+b.draw("branches", 2))
	for i := range ways {
		ways[i] = loose{from: id}
	}
	return b.branches(ways, depth, true)
}

func (b *builder) inclusive(open []loose, depth int) []loose {
	id := b.node(flow.Node{Kind: flow.KindDecision, Decision: &flow.Decision{Match: flow.MatchAll}})
	b.connect(open, id)
	return b.branches(b.arms(id, "record.amount > "+strconv.Itoa(b.draw("amount", 1000)), "record.months >= 12"), depth, false)
}

// branches fills the ways of a split and joins those that do not end by themselves; together: all of them are taken.
func (b *builder) branches(ways []loose, depth int, together bool) []loose {
	var meeting [][]loose
	for _, way := range ways {
		// A branch holds a step, so that no arrow leads from a fork straight into its join.
		if out := b.sequence(b.step([]loose{way}, depth), depth); len(out) > 0 {
			meeting = append(meeting, out)
		}
	}
	for len(meeting) > 0 && (len(meeting) == 1 || b.draw("ends alone", 5) == 0) {
		b.end(meeting[0])
		meeting = meeting[1:]
	}
	if len(meeting) == 0 {
		return nil
	}
	join := b.node(flow.Node{Kind: flow.KindJoin, Join: b.join(len(meeting), together)})
	for _, out := range meeting {
		b.connect(out, join)
	}
	return []loose{{from: join}}
}

// join is how many branches of those that meet a join waits for.
func (b *builder) join(meeting int, together bool) *flow.Join {
	switch b.draw("join", 6) {
	case 0:
		return &flow.Join{Mode: flow.JoinFirst}
	case 1:
		j := &flow.Join{Mode: flow.JoinN, N: 1}
		if together {
			j.N += b.draw("n", meeting)
		}
		if b.draw("hold", 2) == 0 {
			j.Short = flow.ShortHold
		}
		return j
	}
	return nil
}

// loop is something to do, more parts, and an approval whose rejection goes back to it.
func (b *builder) loop(open []loose, depth int) []loose {
	head := b.node(flow.Node{Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionDo, Do: &flow.Do{By: b.someone()}}})
	b.connect(open, head)
	body := b.sequence([]loose{{from: head}}, depth)
	if len(body) == 0 {
		return nil
	}
	judge := b.node(b.approve())
	b.connect(body, judge)
	b.connect([]loose{{from: judge, on: flow.OnRejected}}, head)
	return []loose{{from: judge}}
}
