package diagram

import (
	"math"
	"slices"
)

const headLength = 9

// arrow draws the line and head of a.
func (sh sheet) arrow(w *svg, a arrow, r route) {
	d, base, tip := r.shape()
	if d == "" {
		return
	}
	colour, pen := sh.stroke(a)
	var dash []string
	switch {
	case a.rejected:
		dash = []string{"stroke-dasharray", "6 4", "stroke-dashoffset", num(r.dashOffset())}
	case a.late:
		dash = []string{"stroke-dasharray", "2 3"}
	}
	end := w.begin("g", "class", "edge", "data-edge", escape(a.id))
	w.path(d, "none", colour, pen, append(dash, "stroke-linejoin", "round")...)
	w.path("M"+head(base, tip, 3.6+pen/2)+"z", colour, colour, 1, "stroke-linejoin", "round")
	end()
}

// shape is the line of r as a path, and where its head begins and ends; no path for an arrow that was not placed.
func (r route) shape() (d string, base, tip point) {
	if n := len(r.line); n > 1 {
		tip, base = r.line[n-1], r.line[n-1]
		base.x -= math.Copysign(headLength, tip.x-r.line[n-2].x) * across(r.line[n-2], tip)
		base.y -= headLength * (1 - across(r.line[n-2], tip))
		return rounded(append(slices.Clone(r.line[:n-1]), base)), base, tip
	}
	if len(r.curve) < 2 {
		return "", base, tip
	}
	d = "M"
	if len(r.tail) > 1 {
		d = "M" + to(r.tail[0]) + "C" + to(r.tail[1:]...) + "L"
	}
	last := len(r.curve) - 1
	tip = r.curve[last]
	way := math.Hypot(tip.x-r.curve[last-1].x, tip.y-r.curve[last-1].y)
	return d + to(r.curve[0]) + "C" + to(r.curve[1:]...), toward(tip, r.curve[last-1], headLength/max(way, 1)), tip
}

// across is 1 for a way that goes across, 0 for one that goes down.
func across(p, q point) float64 {
	if math.Abs(p.y-q.y) < 0.01 {
		return 1
	}
	return 0
}

// dashOffset makes dashes count from the end of the line, so that arrows that arrive together share them.
func (r route) dashOffset() float64 {
	const period, rounding = 10, 2 - 1.62323 // a rounded corner is that much shorter than a sharp one, per radius
	length := 0.0
	for i := 1; i < len(r.line); i++ {
		length += math.Hypot(r.line[i].x-r.line[i-1].x, r.line[i].y-r.line[i-1].y)
	}
	for i := 1; i+1 < len(r.line); i++ {
		length -= cutAt(r.line, i) * rounding
	}
	return math.Mod(length-headLength, period)
}

// cutAt is how much is cut off before and behind corner i.
func cutAt(points []point, i int) float64 {
	before, at, after := points[i-1], points[i], points[i+1]
	return min(corner, math.Hypot(at.x-before.x, at.y-before.y)/2, math.Hypot(after.x-at.x, after.y-at.y)/2)
}

// rounded is a path along points with its corners rounded off.
func rounded(points []point) string {
	d := "M" + to(points[0])
	for i := 1; i+1 < len(points); i++ {
		before, at, after := points[i-1], points[i], points[i+1]
		into, out := math.Hypot(at.x-before.x, at.y-before.y), math.Hypot(after.x-at.x, after.y-at.y)
		if into == 0 || out == 0 {
			continue
		}
		cut := cutAt(points, i)
		d += "L" + to(toward(at, before, cut/into)) + "Q" + to(at, toward(at, after, cut/out))
	}
	return d + "L" + to(points[len(points)-1])
}

// toward is the point a share of the way from p to q.
func toward(p, q point, share float64) point {
	return point{p.x + (q.x-p.x)*share, p.y + (q.y-p.y)*share}
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
