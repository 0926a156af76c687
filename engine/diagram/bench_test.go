package diagram

import (
	"fmt"
	"testing"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// fifty is a flow of fifty nodes with decisions, forks and rejections. Its arrows are called name, so that each name is a
// drawing of its own.
func fifty(name string) flow.Definition {
	d := flow.Definition{Key: "fifty", Name: text.T("五十个节点", "Fifty nodes"), Lanes: []flow.Lane{{ID: "a", Name: text.T("甲", "A")}, {ID: "b", Name: text.T("乙", "B")}}}
	kinds := []flow.Kind{flow.KindStep, flow.KindDecision, flow.KindStep, flow.KindStep, flow.KindStep}
	for i := range 50 {
		n := flow.Node{ID: fmt.Sprintf("n%d", i), Kind: kinds[i%5], Name: text.T("节点名称审核", "Review of the node"), Lane: string("ab"[i%2])}
		if n.Kind == flow.KindStep {
			n.Action = &flow.Action{Type: flow.ActionApprove, Approve: &flow.Approve{}}
		}
		d.Nodes = append(d.Nodes, n)
	}
	link := func(from, to int, e flow.Edge) {
		if to < 50 {
			e.ID, e.From, e.To = fmt.Sprintf("e%d", len(d.Edges)), d.Nodes[from].ID, d.Nodes[to].ID
			d.Edges = append(d.Edges, e)
		}
	}
	for i := 0; i < 50; i += 5 {
		link(i, i+1, flow.Edge{})
		link(i+1, i+2, flow.Edge{Name: text.T(name, name), When: "record.amount > 100000"})
		link(i+1, i+3, flow.Edge{Default: true})
		link(i+2, i+4, flow.Edge{})
		link(i+3, i+4, flow.Edge{})
		link(i+4, i+5, flow.Edge{})
		link(i+2, 49, flow.Edge{On: flow.OnRejected})
	}
	return d
}

func BenchmarkDrawFiftyNodes(b *testing.B) {
	for _, lanes := range []bool{false, true} {
		b.Run(fmt.Sprintf("lanes=%v", lanes), func(b *testing.B) {
			draw(b, fifty("warm"), Options{Lanes: lanes})
			d := fifty("条件")
			for b.Loop() {
				places = newCache(128)
				draw(b, d, Options{Lanes: lanes})
			}
		})
	}
}

func BenchmarkDrawFiftyNodesCached(b *testing.B) {
	d := fifty("条件")
	for b.Loop() {
		draw(b, d, Options{})
	}
}

func BenchmarkLayoutFiftyNodes(b *testing.B) {
	d := fifty("条件")
	for b.Loop() {
		places = newCache(128)
		if _, err := Layout(b.Context(), d); err != nil {
			b.Fatal(err)
		}
	}
}
