package diagram

const (
	sampleWidth  = 34
	sampleHeight = 20
	legendGap    = 18
)

// entry is one line of the legend: how to draw the sample in a box, and what it means.
type entry struct {
	words string
	draw  func(w *svg, box rect)
}

// entries are what this drawing's signs mean: symbols that occur, or for an instance the states.
func (sh sheet) entries() []entry {
	var out []entry
	if sh.instance {
		for _, s := range stateWords {
			out = append(out, entry{s.text.In(sh.o.Lang), func(w *svg, b rect) {
				w.mark(s.state, point{(b.left + b.right) / 2, (b.top + b.bottom) / 2})
			}})
		}
		return append(out, entry{wordPath.In(sh.o.Lang), func(w *svg, b rect) { sh.sampleArrow(w, b, arrow{passed: 1}) }})
	}
	seen, refused, late := map[shape]bool{}, false, false
	for _, s := range sh.scene.symbols {
		seen[s.shape] = true
	}
	for _, a := range sh.scene.arrows {
		refused, late = refused || a.rejected, late || a.late
	}
	for _, s := range symbolWords {
		if seen[s.shape] {
			out = append(out, entry{s.text.In(sh.o.Lang), func(w *svg, b rect) { sampleSymbol(w, s.shape, b) }})
		}
	}
	if refused {
		out = append(out, entry{wordRefusal.In(sh.o.Lang), func(w *svg, b rect) { sh.sampleArrow(w, b, arrow{rejected: true}) }})
	}
	if late {
		out = append(out, entry{wordTimeOut.In(sh.o.Lang), func(w *svg, b rect) { sh.sampleArrow(w, b, arrow{late: true}) }})
	}
	return out
}

func sampleSymbol(w *svg, s shape, b rect) {
	size := Size{b.right - b.left, b.bottom - b.top}
	l := shapeLooks[s]
	l.pen = 1.2
	if s == parallel {
		b.top, b.bottom = b.top+5, b.bottom-5
	}
	painters[s](w, symbol{shape: s, size: size}, b, l)
}

func (sh sheet) sampleArrow(w *svg, b rect, a arrow) {
	y := (b.top + b.bottom) / 2
	sh.arrow(w, a, route{line: []point{{b.left, y}, {b.right, y}}})
}

// legendSize is how high the legend is when it may be as wide as width.
func (sh sheet) legendHeight(width float64) float64 {
	return sh.legend(&svg{}, point{}, width)
}

// legend writes the legend and answers its height.
func (sh sheet) legend(w *svg, at point, width float64) float64 {
	end := w.begin("g", "class", "legend")
	defer end()
	y := w.lines([]string{wordLegend.In(sh.o.Lang)}, at, captionFont, "start", soft) + 6
	x := at.x
	for _, e := range sh.entries() {
		wide := sampleWidth + 8 + captionFont.width(e.words)
		if x > at.x && x+wide > at.x+width {
			x, y = at.x, y+sampleHeight+8
		}
		e.draw(w, rect{x, y, x + sampleWidth, y + sampleHeight})
		w.line(e.words, point{x + sampleWidth + 8, y + sampleHeight/2 + captionFont.size*0.36}, captionFont, "start", ink)
		x += wide + legendGap
	}
	return y + sampleHeight - at.y
}
