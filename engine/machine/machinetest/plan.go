package machinetest

import (
	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/machine"
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
	join int   // of a fork, or a decision that takes all: how many its join wants; 0: all that can come
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
		d: flow.Definition{Format: flow.Format, Key: "random", Name: text.T("随机", "Random"), Record: "contract",
			Settings: &flow.Settings{Dedup: flow.DedupOff}},
		asks: map[string]*block{},
	}
	p.node(flow.Node{ID: "s", Kind: flow.KindStart})
	p.root = p.draw(t, depth)
	entry, exits := p.build(p.root)
	p.node(flow.Node{ID: "e", Kind: flow.KindEnd, End: &flow.End{Result: flow.ResultApproved}})
	p.connect([]exit{{from: "s"}}, entry)
	p.connect(exits, "e")
	return p
}

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
	switch b.kind {
	case blockAnd:
		b.join = rapid.IntRange(0, 2).Draw(t, "join")
	case blockAll:
		b.join = rapid.IntRange(0, 1).Draw(t, "join")
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
