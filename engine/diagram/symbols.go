package diagram

// wave is how deep the lower edge of a document swings, bar how far within the sides of a predefined process its bars stand,
// and parallelPen how thick the lines of a fork or join are.
const (
	wave        = 12
	bar         = 7
	parallelPen = 2.6
)

// box is the rectangle around s when its centre is at c.
func (s symbol) box(c point) rect {
	return rect{c.x - s.size.W/2, c.y - s.size.H/2, c.x + s.size.W/2, c.y + s.size.H/2}
}

// painters draw each symbol's outline and words.
var painters = map[shape]func(*svg, symbol, rect, look){
	terminator: paintTerminator,
	process:    paintProcess,
	document:   paintDocument,
	predefined: paintPredefined,
	diamond:    paintDiamond,
	parallel:   paintParallel,
}

// symbol draws s with its centre at c.
func (sh sheet) symbol(w *svg, s symbol, c point) {
	class := "node"
	if sh.instance && s.state != "" {
		class += " " + string(s.state)
	}
	end := w.begin("g", "class", escape(class), "data-node", escape(s.id))
	defer end()
	if s.hint != "" {
		w.words("title", s.hint)
	}
	box := s.box(c)
	painters[s.shape](w, s, box, sh.lookOf(s))
	if sh.instance {
		corner := point{box.right - 4, box.top + 2}
		if s.shape == diamond {
			corner = point{c.x + s.size.W/4 + 6, c.y - s.size.H/4 - 6}
		}
		w.mark(s.state, corner)
	}
}

func paintTerminator(w *svg, s symbol, b rect, l look) {
	w.rect(b, min(s.size.H, 48)/2, l.fill, l.stroke, l.pen)
	at := point{(b.left + b.right) / 2, b.top + 11}
	at.y = w.lines(s.name, at, nameFont, "middle", l.words)
	for _, r := range s.rows {
		left := at.x - (rowFont.widest(r.lines)+r.indent())/2
		w.icon(r.icon, point{left, at.y + 2}, l.stroke)
		at.y = w.lines(r.lines, point{left + r.indent(), at.y}, rowFont, "start", soft)
	}
}

func (r row) indent() float64 {
	if r.icon == iconNone {
		return 0
	}
	return iconWidth
}

func paintProcess(w *svg, s symbol, b rect, l look) {
	w.rect(b, 0, l.fill, "none", 0)
	foot := b.bottom - rowsHeight(s.rows)
	if len(s.rows) > 0 {
		w.rect(rect{b.left, foot, b.right, b.bottom}, 0, l.foot, "none", 0)
		w.path("M"+to(point{b.left, foot})+"H"+num(b.right), "none", l.stroke, 0.7)
	}
	w.rect(b, 0, "none", l.stroke, l.pen)
	paintStepWords(w, s, b, foot, l)
}

// paintPredefined is a process with a bar at either side, within the margin that its words keep.
func paintPredefined(w *svg, s symbol, b rect, l look) {
	paintProcess(w, s, b, l)
	for _, x := range []float64{b.left + bar, b.right - bar} {
		w.path("M"+to(point{x, b.top})+"V"+num(b.bottom), "none", l.stroke, l.pen)
	}
}

func paintDocument(w *svg, s symbol, b rect, l look) {
	base := b.bottom - wave
	swing := "V" + num(base) + "C" + to(point{b.right - s.size.W*0.32, base - wave*1.5}, point{b.left + s.size.W*0.32, base + wave*1.9}, point{b.left, base}) + "z"
	outline := "M" + to(point{b.left, b.top}) + "H" + num(b.right) + swing
	foot := b.bottom - wave - rowsHeight(s.rows)
	w.path(outline, l.fill, "none", 0)
	if len(s.rows) > 0 {
		w.path("M"+to(point{b.left, foot})+"H"+num(b.right)+swing, l.foot, l.stroke, 0.7)
	}
	w.path(outline, "none", l.stroke, l.pen)
	paintStepWords(w, s, b, foot, l)
}

// paintStepWords writes the name above foot and the rows below it.
func paintStepWords(w *svg, s symbol, b rect, foot float64, l look) {
	w.lines(s.name, point{(b.left + b.right) / 2, b.top + namePad}, nameFont, "middle", l.words)
	y := foot + rowPad
	for _, r := range s.rows {
		colour := soft
		if r.icon == iconCheck || r.icon == iconCross || r.icon == iconHere || r.icon == iconPause {
			colour = l.stroke
		}
		w.icon(r.icon, point{b.left + sidePad, y + 2}, colour)
		y = w.lines(r.lines, point{b.left + sidePad + iconWidth, y}, rowFont, "start", soft)
	}
}

func paintDiamond(w *svg, s symbol, b rect, l look) {
	c := point{(b.left + b.right) / 2, (b.top + b.bottom) / 2}
	w.path("M"+to(point{c.x, b.top})+"L"+to(point{b.right, c.y}, point{c.x, b.bottom}, point{b.left, c.y})+"z", l.fill, l.stroke, l.pen, "stroke-linejoin", "round")
	w.lines(s.name, point{c.x, c.y - float64(len(s.name))*nameFont.leading()/2}, nameFont, "middle", l.words)
}

// paintParallel draws the two parallel lines of a fork or join, with its name between them.
func paintParallel(w *svg, s symbol, b rect, l look) {
	w.rect(b, 0, l.fill, "none", 0)
	pen := parallelPen + l.pen - shapeLooks[parallel].pen
	for _, y := range []float64{b.top + pen/2, b.bottom - pen/2} {
		w.path("M"+to(point{b.left, y})+"H"+num(b.right), "none", l.stroke, pen)
	}
	w.lines(s.name, point{(b.left + b.right) / 2, b.top + 7}, rowFont, "middle", l.words)
}
