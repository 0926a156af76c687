package machinetest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/text"
)

// Plan is a random sound flow, drawn as blocks within blocks, and with it a model of how it must run that is much simpler
// than the machine: no tokens and no scopes, but a tree in which every block is waiting, passed or dead.
type Plan struct {
	Amount int // of the record: rules compare it

	root     *block
	d        flow.Definition
	rejected bool // a branch ended as rejected
	over     bool // a rejection ended the whole
	asks     map[string]*block
}

type blockKind string

const (
	blockAsk  blockKind = "ask"  // a step that asks people
	blockAuto blockKind = "auto" // a step that goes on by itself
	blockSeq  blockKind = "seq"  // one after the other
	blockOne  blockKind = "one"  // a decision: the first that is true
	blockAll  blockKind = "all"  // a decision: all that are true, and their join
	blockAnd  blockKind = "and"  // a fork and its join
)

type block struct {
	kind blockKind
	node string
	kids []*block
	over []int // of a decision: the amount above which each kid is chosen; the last is the default

	do       bool // of ask: to do, not to approve
	mode     flow.QuorumMode
	people   []string
	rejected rejection
	back     *block // rejected backwards: to the entry of this block, which stands before in the same sequence, or itself
	between  []*block

	signed []machine.Outcome // of ask: by place
}

type rejection string

const (
	rejectAll    rejection = "all"    // ends the instance
	rejectBranch rejection = "branch" // ends this branch, as rejected
	rejectBack   rejection = "back"
)

// SoundPlan draws a plan of up to depth blocks within each other.
func SoundPlan(t *rapid.T, depth int) *Plan {
	p := &Plan{
		Amount: rapid.IntRange(0, 100).Draw(t, "amount"),
		d:      flow.Definition{Format: flow.Format, Key: "random", Name: text.T("随机", "Random"), Record: "contract"},
		asks:   map[string]*block{},
	}
	p.node(flow.Node{ID: "s", Kind: flow.KindStart})
	p.root = p.draw(t, depth)
	entry, exits := p.build(p.root)
	p.node(flow.Node{ID: "e", Kind: flow.KindEnd, End: &flow.End{Result: flow.ResultApproved}})
	p.connect([]exit{{from: "s"}}, entry)
	p.connect(exits, "e")
	return p
}

// SoundFlow is the definition of a random sound flow.
func SoundFlow(t *rapid.T) flow.Definition { return SoundPlan(t, 3).Definition() }

// Definition is the flow of the plan.
func (p *Plan) Definition() flow.Definition { return p.d }

func (p *Plan) draw(t *rapid.T, depth int) *block {
	kinds := []blockKind{blockAsk, blockAsk, blockAuto}
	if depth > 0 {
		kinds = []blockKind{blockSeq, blockSeq, blockOne, blockAll, blockAnd, blockAsk}
	}
	b := &block{kind: rapid.SampledFrom(kinds).Draw(t, "block")}
	switch b.kind {
	case blockAsk:
		b.do = rapid.IntRange(0, 4).Draw(t, "do") == 0
		b.mode = rapid.SampledFrom([]flow.QuorumMode{flow.QuorumAny, flow.QuorumAll, flow.QuorumOrder}).Draw(t, "quorum")
		b.people = []string{"bob", "cyd", "dan"}[:rapid.IntRange(1, 3).Draw(t, "people")]
		b.rejected = rapid.SampledFrom([]rejection{rejectAll, rejectBranch, rejectBack, rejectBack}).Draw(t, "rejection")
		b.back = b
	case blockAuto:
	default:
		for range rapid.IntRange(2, 3).Draw(t, "kids") {
			b.kids = append(b.kids, p.draw(t, depth-1))
			b.over = append(b.over, rapid.IntRange(0, 100).Draw(t, "over"))
		}
	}
	if b.kind == blockSeq {
		for i, kid := range b.kids {
			if kid.kind == blockAsk {
				to := rapid.IntRange(0, i).Draw(t, "back")
				kid.back, kid.between = b.kids[to], b.kids[to:i]
			}
		}
	}
	return b
}

// exit is an arrow that still leads nowhere.
type exit struct {
	from string
	on   flow.EdgeOn
	when string
	def  bool
}

func (p *Plan) node(n flow.Node) string {
	if n.ID == "" {
		n.ID = fmt.Sprintf("%s%d", n.Kind[:1], len(p.d.Nodes))
	}
	n.Name = text.T(n.ID, n.ID)
	p.d.Nodes = append(p.d.Nodes, n)
	return n.ID
}

func (p *Plan) connect(exits []exit, to string) {
	for _, x := range exits {
		p.d.Edges = append(p.d.Edges, flow.Edge{
			ID: fmt.Sprintf("a%d", len(p.d.Edges)), From: x.from, To: to, On: x.on, When: x.when, Default: x.def,
		})
	}
}

// build adds a block's nodes, and answers where it is entered and what leads out of it.
func (p *Plan) build(b *block) (entry string, exits []exit) {
	switch b.kind {
	case blockAsk:
		return p.buildAsk(b)
	case blockAuto:
		b.node = p.node(flow.Node{Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionNotify, Notify: &flow.Notify{
			To: []org.Selector{{Person: "eve"}}, Title: text.T("{record.amount}", "{record.amount}")}}})
		return b.node, []exit{{from: b.node}}
	case blockSeq:
		for i, kid := range b.kids {
			in, out := p.build(kid)
			if i == 0 {
				entry = in
			}
			p.connect(exits, in)
			exits = out
		}
		b.node = entry
		return entry, exits
	}
	return p.buildBranches(b)
}

func (p *Plan) buildAsk(b *block) (string, []exit) {
	var by []org.Selector
	for _, person := range b.people {
		by = append(by, org.Selector{Person: person})
	}
	n := flow.Node{Kind: flow.KindStep, Action: &flow.Action{Type: flow.ActionApprove, Approve: &flow.Approve{By: by, Quorum: flow.Quorum{Mode: b.mode}}}}
	if b.do {
		n.Action = &flow.Action{Type: flow.ActionDo, Do: &flow.Do{By: by, Due: "P1D"}}
	}
	b.node = p.node(n)
	p.asks[b.node] = b
	if b.do {
		return b.node, []exit{{from: b.node}}
	}
	no := []exit{{from: b.node, on: flow.OnRejected}}
	if b.rejected == rejectBranch {
		p.connect(no, p.node(flow.Node{Kind: flow.KindEnd, End: &flow.End{Result: flow.ResultRejected}}))
	}
	if b.rejected == rejectBack {
		p.connect(no, b.back.node)
	}
	return b.node, []exit{{from: b.node}}
}

func (p *Plan) buildBranches(b *block) (string, []exit) {
	n := flow.Node{Kind: flow.KindFork}
	if b.kind != blockAnd {
		n.Kind, n.Decision = flow.KindDecision, &flow.Decision{Match: flow.MatchFirst}
	}
	if b.kind == blockAll {
		n.Decision.Match = flow.MatchAll
	}
	b.node = p.node(n)
	var exits []exit
	for i, kid := range b.kids {
		x := exit{from: b.node}
		if b.kind != blockAnd {
			x.def = i == len(b.kids)-1
			if !x.def {
				x.when = fmt.Sprintf("record.amount > %d", b.over[i])
			}
		}
		in, out := p.build(kid)
		p.connect([]exit{x}, in)
		exits = append(exits, out...)
	}
	if b.kind == blockOne {
		return b.node, exits
	}
	join := p.node(flow.Node{Kind: flow.KindJoin})
	p.connect(exits, join)
	return b.node, []exit{{from: join}}
}

// chosen are the kids of a decision or fork that are gone into.
func (p *Plan) chosen(b *block) []*block {
	if b.kind == blockAnd {
		return b.kids
	}
	var out []*block
	last := len(b.kids) - 1
	for i, kid := range b.kids[:last] {
		if p.Amount > b.over[i] && (b.kind == blockAll || len(out) == 0) {
			out = append(out, kid)
		}
	}
	if len(out) == 0 {
		out = b.kids[last:]
	}
	return out
}

type standing string

const (
	waiting standing = "waiting"
	passed  standing = "passed"
	dead    standing = "dead"
)

// Open lists who is asked now, as "person@node", sorted.
func (p *Plan) Open() []string {
	var open []string
	if !p.over {
		p.stand(p.root, &open)
	}
	slices.Sort(open)
	return open
}

// Status is how the instance stands.
func (p *Plan) Status() machine.Status {
	var open []string
	switch at := p.stand(p.root, &open); {
	case p.over:
		return machine.Rejected
	case at == waiting:
		return machine.Running
	case p.rejected:
		return machine.Rejected
	}
	return machine.Approved
}

func (p *Plan) stand(b *block, open *[]string) standing {
	switch b.kind {
	case blockAuto:
		return passed
	case blockAsk:
		return b.standAsk(open)
	case blockSeq:
		for _, kid := range b.kids {
			if at := p.stand(kid, open); at != passed {
				return at
			}
		}
		return passed
	}
	all := dead
	for _, kid := range p.chosen(b) {
		switch p.stand(kid, open) {
		case waiting:
			all = waiting
		case passed:
			if all == dead {
				all = passed
			}
		}
	}
	return all
}

func (b *block) standAsk(open *[]string) standing {
	outcome, settled := b.outcome()
	if settled && outcome == machine.OutcomeRejected {
		return dead
	}
	if settled {
		return passed
	}
	for i, person := range b.people {
		if b.at(i) != "" {
			continue
		}
		*open = append(*open, person+"@"+b.node)
		if !b.do && b.mode == flow.QuorumOrder {
			break
		}
	}
	return waiting
}

func (b *block) at(i int) machine.Outcome {
	if i < len(b.signed) {
		return b.signed[i]
	}
	return ""
}

func (b *block) outcome() (machine.Outcome, bool) {
	agreed := 0
	for _, o := range b.signed {
		if o == machine.OutcomeRejected || (o != "" && (b.do || b.mode == flow.QuorumAny)) {
			return o, true
		}
		if o != "" {
			agreed++
		}
	}
	return machine.OutcomeApproved, agreed == len(b.people)
}

// CanReject reports whether the step can be rejected at all.
func (p *Plan) CanReject(node string) bool { return !p.asks[node].do }

// Decide lets the model follow a decision.
func (p *Plan) Decide(person, node string, outcome machine.Outcome) {
	b := p.asks[node]
	if b.signed == nil {
		b.signed = make([]machine.Outcome, len(b.people))
	}
	b.signed[slices.Index(b.people, person)] = outcome
	if outcome != machine.OutcomeRejected {
		return
	}
	switch b.rejected {
	case rejectAll:
		p.over = true
	case rejectBranch:
		p.rejected = true
	case rejectBack:
		b.forget()
		for _, between := range b.between {
			between.forget()
		}
	}
}

// forget begins a block anew.
func (b *block) forget() {
	b.signed = nil
	for _, kid := range b.kids {
		kid.forget()
	}
}
