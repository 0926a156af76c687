package diagram

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

func TestArrowsKeepToTheirGaps(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) { straight(t, d, o) })
}

func TestArrowsOfAnyFlowKeepToTheirGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyFlow(t)
		straight(t, d, Options{Lanes: rapid.Bool().Draw(t, "lanes")})
	})
}

// reporter is what a test and a property test share.
type reporter interface {
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// straight asserts that every line goes down or across, from its box to its box, through no other box.
func straight(t reporter, d flow.Definition, o Options) {
	s := newScene(d, o)
	g, err := place(context.Background(), &s)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range s.arrows {
		line := g.routes[i].line
		if len(s.lanes) > 0 && len(line) == 0 {
			t.Errorf("%s has no line in lanes", a.id)
		}
		for j := 1; j < len(line); j++ {
			p, q := line[j-1], line[j]
			if math.Abs(p.x-q.x) > 1 && math.Abs(p.y-q.y) > 0.01 {
				t.Errorf("%s goes aslant from %v to %v", a.id, p, q)
			}
			if q.y < p.y-0.01 && (len(s.lanes) == 0 || g.nodes[a.from].y < g.nodes[a.to].y) {
				t.Errorf("%s goes up from %v to %v", a.id, p, q)
			}
			for k, n := range s.symbols {
				b := n.box(g.nodes[k])
				if k == a.from && j <= 2 || k == a.to {
					continue
				}
				if max(p.x, q.x) > b.left+1 && min(p.x, q.x) < b.right-1 && max(p.y, q.y) > b.top+1 && min(p.y, q.y) < b.bottom-1 {
					t.Errorf("%s goes through %s: %v to %v, %v", a.id, n.id, p, q, b)
				}
			}
		}
	}
}

// anyFlow is a flow that mostly leads on, now and then back, with labels of all lengths.
func anyFlow(t *rapid.T) flow.Definition {
	kinds := []flow.Kind{flow.KindStep, flow.KindStep, flow.KindDecision, flow.KindFork, flow.KindJoin, flow.KindEnd}
	d := flow.Definition{Lanes: []flow.Lane{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	n := rapid.IntRange(1, 25).Draw(t, "nodes")
	id := func(i int) string { return string(rune('A' + i)) }
	for i := range n {
		d.Nodes = append(d.Nodes, flow.Node{
			ID: id(i), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Name: text.T(words(t), ""),
			Lane: rapid.SampledFrom([]string{"a", "b", "c", ""}).Draw(t, "lane"),
		})
	}
	for range rapid.IntRange(0, 2*n).Draw(t, "edges") {
		from := rapid.IntRange(0, n-1).Draw(t, "from")
		to := min(from+rapid.IntRange(-2, 6).Draw(t, "ahead"), n-1)
		d.Edges = append(d.Edges, flow.Edge{ID: id(len(d.Edges)), From: id(from), To: id(max(to, 0)), Name: text.T(words(t), ""), On: rapid.SampledFrom([]flow.EdgeOn{"", flow.OnRejected}).Draw(t, "on")})
	}
	return d
}

func words(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "是", "同意", "客户信用评分低于七十", "Approved by the general manager"}).Draw(t, "words")
}

// The turn at Graphviz is everybody's: a flow that would hold it for long is refused, and told so at once.
func TestATangledFlowIsRefused(t *testing.T) {
	d := chain(MaxNodes, 0)
	for i := range MaxNodes / 2 {
		d.Edges = append(d.Edges, flow.Edge{ID: "r", From: d.Nodes[i].ID, To: d.Nodes[MaxNodes-1].ID, On: flow.OnRejected})
	}
	if _, err := Draw(t.Context(), d, Options{}); fault.ReasonOf(err) != "diagram_too_tangled" {
		t.Errorf("got %v, want diagram_too_tangled", err)
	}
}

func TestManyLanesAreDrawn(t *testing.T) {
	d := chain(100, 0)
	for i := range 100 {
		d.Lanes = append(d.Lanes, flow.Lane{ID: d.Nodes[i].ID})
		d.Nodes[i].Lane = d.Nodes[i].ID
	}
	s := newScene(d, Options{Lanes: true})
	if _, err := place(t.Context(), &s); err != nil || len(s.lanes) != 100 {
		t.Errorf("%d lanes are drawn, %v", len(s.lanes), err)
	}
}
