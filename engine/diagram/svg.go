package diagram

import (
	"math"
	"strconv"
	"strings"
)

// svg is an SVG document being written.
type svg struct{ strings.Builder }

// num writes a length with at most two decimals, always alike.
func num(v float64) string {
	hundredths := int64(math.Round(v * 100))
	b := make([]byte, 0, 12)
	if hundredths < 0 {
		b, hundredths = append(b, '-'), -hundredths
	}
	b = strconv.AppendInt(b, hundredths/100, 10)
	if tenths, last := byte(hundredths/10%10), byte(hundredths%10); last != 0 {
		b = append(b, '.', '0'+tenths, '0'+last)
	} else if tenths != 0 {
		b = append(b, '.', '0'+tenths)
	}
	return string(b)
}

// tag writes an element without content. Pairs are attribute, value; values are not escaped.
func (w *svg) tag(name string, pairs ...string) {
	w.open(name, pairs)
	w.WriteString("/>\n")
}

// begin writes a start tag and answers how to end it.
func (w *svg) begin(name string, pairs ...string) (end func()) {
	w.open(name, pairs)
	w.WriteString(">\n")
	return func() { w.WriteString("</" + name + ">\n") }
}

func (w *svg) open(name string, pairs []string) {
	w.WriteByte('<')
	w.WriteString(name)
	for i := 0; i+1 < len(pairs); i += 2 {
		w.WriteByte(' ')
		w.WriteString(pairs[i])
		w.WriteString(`="`)
		w.WriteString(pairs[i+1])
		w.WriteByte('"')
	}
}

// words writes an element that holds words only.
func (w *svg) words(name, words string, pairs ...string) {
	w.open(name, pairs)
	w.WriteString(">" + escape(words) + "</" + name + ">\n")
}

// line writes one line of text; anchor is start, middle or end.
func (w *svg) line(s string, at point, f font, anchor, fill string) {
	pairs := []string{"x", num(at.x), "y", num(at.y), "font-size", num(f.size), "text-anchor", anchor, "fill", fill}
	if f.bold {
		pairs = append(pairs, "font-weight", "bold")
	}
	w.words("text", s, pairs...)
}

// lines writes lines below each other, the first one's top at at, and answers where they end.
func (w *svg) lines(lines []string, at point, f font, anchor, fill string) float64 {
	for _, l := range lines {
		w.line(l, point{at.x, at.y + f.size*1.02}, f, anchor, fill)
		at.y += f.leading()
	}
	return at.y
}

func (w *svg) rect(r rect, round float64, fill, stroke string, pen float64) {
	w.tag("rect", "x", num(r.left), "y", num(r.top), "width", num(r.right-r.left), "height", num(r.bottom-r.top),
		"rx", num(round), "fill", fill, "stroke", stroke, "stroke-width", num(pen))
}

func (w *svg) path(d, fill, stroke string, pen float64, more ...string) {
	w.tag("path", append([]string{"d", d, "fill", fill, "stroke", stroke, "stroke-width", num(pen)}, more...)...)
}

// to writes points of a path, each as "x y".
func to(points ...point) string {
	var b strings.Builder
	for i, p := range points {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(num(p.x) + " " + num(p.y))
	}
	return b.String()
}
