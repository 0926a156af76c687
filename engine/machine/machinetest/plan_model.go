package machinetest

import (
	"slices"

	"flowline/engine/flow"
	"flowline/engine/machine"
)

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
	default:
		return p.standBranches(b, open)
	}
}

// standBranches waits for every branch that is not dead, or for as many as its join wants, after which the others do not
// count; all dead, it is dead itself.
func (p *Plan) standBranches(b *block, open *[]string) standing {
	all, came, asked := dead, 0, len(*open)
	for _, kid := range p.chosen(b) {
		at := p.stand(kid, open)
		if at == waiting || (at == passed && all == dead) {
			all = at
		}
		if at == passed {
			came++
		}
	}
	if b.join > 0 && came >= b.join {
		*open = (*open)[:asked]
		return passed
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
