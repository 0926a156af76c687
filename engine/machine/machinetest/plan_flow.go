package machinetest

import (
	"fmt"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/text"
)

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
	default:
		return p.buildBranches(b)
	}
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
	join := p.node(flow.Node{Kind: flow.KindJoin, Join: []*flow.Join{nil, {Mode: flow.JoinFirst}, {Mode: flow.JoinN, N: 2}}[b.join]})
	p.connect(exits, join)
	return b.node, []exit{{from: join}}
}
