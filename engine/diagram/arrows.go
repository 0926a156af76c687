package diagram

import "math"

// arrow draws the line and head of a.
func (sh sheet) arrow(w *svg, a arrow, r route) {
	if len(r.curve) < 2 {
		return
	}
	colour, pen := sh.stroke(a)
	dash := "none"
	if a.rejected {
		dash = "6 4"
	}
	end := w.begin("g", "class", "edge", "data-edge", escape(a.id))
	d := ""
	if len(r.tail) > 1 {
		d = "M" + to(r.tail[0]) + "C" + to(r.tail[1:]...) + "L"
	} else {
		d = "M"
	}
	d += to(r.curve[0]) + "C" + to(r.curve[1:]...)
	w.path(d, "none", colour, pen, "stroke-dasharray", dash)
	w.path("M"+head(r.curve[len(r.curve)-1], r.tip, 3.6+pen/2)+"z", colour, colour, 1, "stroke-linejoin", "round")
	end()
}

// stroke is the colour and the pen of an arrow: in an instance the path taken is thick and the rest faint.
func (sh sheet) stroke(a arrow) (colour string, pen float64) {
	switch {
	case sh.instance && a.passed == 0:
		return faint, 1.1
	case a.rejected && sh.instance:
		return refusal, 3
	case a.rejected:
		return refusal, 1.4
	case sh.instance:
		return ink, 3
	default:
		return ink, 1.4
	}
}

// head gives the three corners of an arrow's head.
func head(base, tip point, half float64) string {
	dx, dy := tip.x-base.x, tip.y-base.y
	length := math.Hypot(dx, dy)
	if length == 0 {
		dy, length = 1, 1
	}
	nx, ny := -dy/length*half, dx/length*half
	return to(point{base.x + nx, base.y + ny}) + "L" + to(tip, point{base.x - nx, base.y - ny})
}

// label writes what stands on a, on a ground of its own so that lines below do not strike it through.
func (sh sheet) label(w *svg, a arrow, at point) {
	l := a.label
	if l.size.W == 0 {
		return
	}
	b := symbol{size: l.size}.box(at)
	w.tag("rect", "x", num(b.left), "y", num(b.top), "width", num(l.size.W), "height", num(l.size.H), "fill", paper)
	words, rule := ink, soft
	if a.rejected {
		words = refusal
	}
	if sh.instance && a.passed == 0 {
		words = soft
	}
	y := w.lines(l.name, point{at.x, b.top + labelPad}, labelFont, "middle", words)
	w.lines(l.rule, point{at.x, y}, ruleFont, "middle", rule)
}
