package diagram

import (
	"math"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// grid is what the canvas snaps to.
const grid = 4

func snap(v float64) float64 { return math.Round(v/grid) * grid }

// canvasScene measures d as the canvas draws it: fixed boxes, and labels as wide as the wider of the two languages.
func canvasScene(d flow.Definition) scene {
	symbol := func(n flow.Node) symbol {
		s := symbol{id: n.ID, size: SizeOf(n.Kind), shape: process}
		if n.Kind == flow.KindDecision {
			s.shape = diamond
		}
		return s
	}
	label := func(_ flow.Definition, e flow.Edge) label {
		zh, en := newLabel(e.Name.In(text.Chinese), ""), newLabel(e.Name.In(text.English), "")
		if zh.size.W > en.size.W {
			return zh
		}
		return en
	}
	return arrange(d, false, symbol, label, func(flow.Lane) lane { return lane{} }, func(string) int { return 0 })
}
