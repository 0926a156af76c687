package diagram

import "flowline/engine/flow"

const (
	margin      = 28
	frame       = 8 // from the edge of the sheet to its border
	legendWidth = 260
	footGap     = 24
)

// sheet is a drawing on its paper: the chart, below it the legend and, at the right as on any drawing, the title block.
type sheet struct {
	d        flow.Definition
	o        Options
	scene    scene
	geo      *geometry
	title    titleBlock
	instance bool
}

func newSheet(d flow.Definition, o Options, s scene, g *geometry) sheet {
	return sheet{d: d, o: o, scene: s, geo: g, title: newTitleBlock(d, o), instance: o.Progress != nil}
}

// perSymbol is about how many bytes a symbol or an arrow takes, with room to spare: a buffer that grows is copied.
const perSymbol = 800

// svg writes the sheet.
func (sh sheet) svg() []byte {
	chart := sh.chartSize()
	inner := max(chart.W, titleWidth+legendWidth+footGap)
	besides := inner - titleWidth - footGap
	legendHeight := sh.legendHeight(besides)
	foot := max(legendHeight, sh.title.height())
	size := Size{inner + 2*margin, chart.H + foot + footGap + 2*margin}

	w := &svg{}
	w.Grow(perSymbol * (len(sh.d.Nodes) + len(sh.d.Edges) + 8))
	end := w.begin("svg", "xmlns", "http://www.w3.org/2000/svg", "width", num(size.W), "height", num(size.H),
		"viewBox", "0 0 "+num(size.W)+" "+num(size.H), "role", "img", "xml:lang", string(sh.o.Lang),
		"aria-label", escape(sh.d.Name.In(sh.o.Lang)), "font-family", fonts)
	w.words("title", sh.d.Name.In(sh.o.Lang))
	if words := described(sh.d, sh.o); words != "" {
		w.words("desc", words)
	}
	w.rect(rect{0, 0, size.W, size.H}, 0, paper, "none", 0)
	w.rect(rect{frame, frame, size.W - frame, size.H - frame}, 0, "none", ink, 1.2)
	sh.chart(w, point{margin + (inner-chart.W)/2, margin})
	base := size.H - margin
	sh.legend(w, point{margin, base - legendHeight}, besides)
	sh.title.draw(w, point{size.W - margin - titleWidth, base - sh.title.height()})
	end()
	return []byte(w.String())
}

// chartSize is the size of the chart itself; lanes reach a little below the last symbol.
func (sh sheet) chartSize() Size {
	size := sh.geo.size
	if len(sh.scene.lanes) > 0 {
		size.H += margin / 2
	}
	return size
}

// chart draws lanes, arrows, symbols and labels, in that order, with the chart's corner at at.
func (sh sheet) chart(w *svg, at point) {
	end := w.begin("g", "class", "chart", "transform", "translate("+num(at.x)+" "+num(at.y)+")")
	defer end()
	sh.drawLanes(w)
	for i, a := range sh.scene.arrows {
		if a.passed == 0 {
			sh.arrow(w, a, sh.geo.routes[i])
		}
	}
	for i, a := range sh.scene.arrows {
		if a.passed > 0 { // above those not taken
			sh.arrow(w, a, sh.geo.routes[i])
		}
	}
	for i, s := range sh.scene.symbols {
		sh.symbol(w, s, sh.geo.nodes[i])
	}
	for i, a := range sh.scene.arrows {
		sh.label(w, a, sh.geo.routes[i].label)
	}
}

// drawLanes draws the swim lanes, each with its heading.
func (sh sheet) drawLanes(w *svg) {
	head := 0.0
	for _, l := range sh.scene.lanes {
		head = max(head, l.header.H)
	}
	for i, l := range sh.scene.lanes {
		band := rect{sh.geo.posts[i], 0, sh.geo.posts[i+1], sh.chartSize().H}
		w.rect(band, 0, "none", hair, 1)
		band.bottom = head
		w.rect(band, 0, tint, hair, 1)
		y := (head - float64(len(l.name))*laneFont.leading()) / 2
		w.lines(l.name, point{(band.left + band.right) / 2, y}, laneFont, "middle", ink)
	}
}
