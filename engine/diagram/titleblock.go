package diagram

import (
	"strconv"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/text"
)

var (
	captionFont = font{size: 10.5}
	headingFont = font{size: 17, bold: true}
	valueFont   = font{size: 12.5}
)

const (
	titleWidth = 400
	cellPad    = 10
	cellGap    = 2
)

// cell is one entry of the title block.
type cell struct {
	caption string
	value   []string
}

// titleBlock says what the drawing is: over its name a caption, below it rows of one or two cells.
type titleBlock struct {
	caption string
	name    []string
	rows    [][]cell
}

func newTitleBlock(d flow.Definition, o Options) titleBlock {
	in := func(t text.Text) string { return t.In(o.Lang) }
	t := titleBlock{caption: in(wordFlow), name: headingFont.wrap(in(d.Name), titleWidth-2*cellPad, 3)}
	if o.Progress != nil {
		t.caption = in(wordInstance)
	}
	var cells []cell
	add := func(caption text.Text, value string) {
		if lines := valueFont.wrap(value, titleWidth/2-2*cellPad, 2); len(lines) > 0 {
			cells = append(cells, cell{in(caption), lines})
		}
	}
	if o.Subject != "" {
		t.rows = append(t.rows, []cell{{in(wordSubject), valueFont.wrap(o.Subject, titleWidth-2*cellPad, 2)}})
	}
	version := in(wordDraft)
	if o.Version > 0 {
		version = "v" + strconv.Itoa(o.Version)
	}
	add(wordVersion, version)
	add(wordStatus, o.Status)
	if !o.Date.IsZero() {
		add(wordDate, o.Date.In(o.zone()).Format("2006-01-02"))
	}
	add(wordRecord, recordName(d.Record, o))
	for ; len(cells) > 2; cells = cells[2:] {
		t.rows = append(t.rows, cells[:2])
	}
	t.rows = append(t.rows, cells)
	return t
}

func recordName(key string, o Options) string {
	if o.Types != nil {
		if t, ok := o.Types.RecordType(key); ok {
			return t.Name.In(o.Lang)
		}
	}
	return key
}

func (t titleBlock) headHeight() float64 {
	return 2*cellPad - 4 + captionFont.leading() + float64(max(len(t.name), 1))*headingFont.leading()
}

func rowHeight(cells []cell) float64 {
	lines := 1
	for _, c := range cells {
		lines = max(lines, len(c.value))
	}
	return cellPad + cellGap + captionFont.leading() + float64(lines)*valueFont.leading()
}

func (t titleBlock) height() float64 {
	h := t.headHeight()
	for _, r := range t.rows {
		h += rowHeight(r)
	}
	return h
}

// draw writes the block with its top left corner at at.
func (t titleBlock) draw(w *svg, at point) {
	end := w.begin("g", "class", "title-block")
	defer end()
	w.rect(rect{at.x, at.y, at.x + titleWidth, at.y + t.height()}, 0, paper, ink, 1.2)
	y := w.lines([]string{t.caption}, point{at.x + cellPad, at.y + cellPad - 2}, captionFont, "start", soft)
	w.lines(t.name, point{at.x + cellPad, y}, headingFont, "start", ink)
	y = at.y + t.headHeight()
	for _, cells := range t.rows {
		w.path("M"+to(point{at.x, y})+"h"+num(titleWidth), "none", hair, 1)
		for i, c := range cells {
			x := at.x + float64(i)*titleWidth/2
			if i > 0 {
				w.path("M"+to(point{x, y})+"v"+num(rowHeight(cells)), "none", hair, 1)
			}
			below := w.lines([]string{c.caption}, point{x + cellPad, y + cellPad/2}, captionFont, "start", soft)
			w.lines(c.value, point{x + cellPad, below + cellGap}, valueFont, "start", ink)
		}
		y += rowHeight(cells)
	}
}

// described is the drawing in words, for whoever cannot see it.
func described(d flow.Definition, o Options) string {
	parts := []string{clean(d.Description.In(o.Lang))}
	if o.Progress != nil {
		for _, s := range stateWords {
			var names []string
			for _, n := range d.Nodes {
				if o.Progress.Nodes[n.ID].State == s.state {
					if name := clean(n.Name.In(o.Lang)); name != "" {
						names = append(names, name)
					}
				}
			}
			if len(names) > 0 {
				parts = append(parts, s.text.In(o.Lang)+": "+strings.Join(names, ", ")+".")
			}
		}
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}
