package diagram

import (
	"strconv"
	"strings"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// How words are set, and the room they get.
var (
	nameFont  = font{size: 14, bold: true}
	rowFont   = font{size: 11.5}
	labelFont = font{size: 12, bold: true}
	ruleFont  = font{size: 11.5}
	laneFont  = font{size: 14, bold: true}
)

const (
	stepWidth   = 208
	namePad     = 12 // above and below a name
	sidePad     = 12
	rowPad      = 6
	iconWidth   = 17
	labelWidth  = 168
	labelPad    = 3
	laneWidth   = 240
	terminalMin = 140
	diamondMin  = 150
)

// leading is the distance between lines of f.
func (f font) leading() float64 { return f.size * 1.3 }

// builder measures nodes and edges for a drawing.
type builder struct {
	o      Options
	reader reader
	waysIn map[string]int // by node: how many arrows come in
}

func (b builder) in(t text.Text) string { return t.In(b.o.Lang) }

func (b builder) passed(edge string) int {
	if b.o.Progress == nil {
		return 0
	}
	return b.o.Progress.Edges[edge]
}

// symbol measures a node: first its words, then a box around them.
func (b builder) symbol(n flow.Node) symbol {
	s := symbol{id: n.ID, hint: b.hint(n)}
	if b.o.Progress != nil {
		s.state = b.o.Progress.Nodes[n.ID].State
	}
	switch n.Kind {
	case flow.KindStart, flow.KindEnd:
		s.shape = terminator
		s.name = nameFont.wrap(b.in(n.Name), stepWidth-48, 3)
		s.rows = b.moments(n)
		s.size = terminatorSize(s.name, s.rows)
	case flow.KindDecision:
		s.shape = diamond
		s.name, s.size = fitDiamond(b.question(n))
	case flow.KindFork, flow.KindJoin:
		s.shape = parallel
		s.name = rowFont.wrap(b.bar(n), stepWidth-16, 2)
		s.size = Size{stepWidth, 14 + float64(len(s.name))*rowFont.leading()}
	default:
		s.shape = process
		s.name = nameFont.wrap(b.in(n.Name), stepWidth-2*sidePad, 4)
		s.rows = b.rows(n)
		if n.Action != nil && n.Action.Type == flow.ActionNotify {
			s.shape = document
		}
		if n.Action != nil && n.Action.Type == flow.ActionSubflow {
			s.shape = predefined
		}
		s.size = Size{stepWidth, nameHeight(s.name) + rowsHeight(s.rows)}
		if s.shape == document {
			s.size.H += wave
		}
	}
	return s
}

// question is what a decision asks; one that takes every match says so.
func (b builder) question(n flow.Node) string {
	if n.Decision == nil || n.Decision.Match != flow.MatchAll {
		return b.in(n.Name)
	}
	if b.o.Lang == text.English {
		return b.in(n.Name) + " (" + b.in(wordMatchAll) + ")"
	}
	return b.in(n.Name) + "（" + b.in(wordMatchAll) + "）"
}

// hint is the whole of what a node says, for whoever points at it.
func (b builder) hint(n flow.Node) string {
	name, why := clean(b.in(n.Name)), clean(b.in(n.Description))
	if name == "" || why == "" {
		return name + why
	}
	return name + " – " + why
}

func nameHeight(name []string) float64 {
	return 2*namePad + float64(max(len(name), 1))*nameFont.leading()
}

func rowsHeight(rows []row) float64 {
	if len(rows) == 0 {
		return 0
	}
	h := 2.0 * rowPad
	for _, r := range rows {
		h += float64(len(r.lines)) * rowFont.leading()
	}
	return h
}

func terminatorSize(name []string, rows []row) Size {
	h := 22 + float64(max(len(name), 1))*nameFont.leading()
	widest := nameFont.widest(name)
	for _, r := range rows {
		h += float64(len(r.lines)) * rowFont.leading()
		widest = max(widest, rowFont.widest(r.lines)+iconWidth)
	}
	return Size{max(terminalMin, widest+48), h}
}

// rows are what stands below a step's name.
func (b builder) rows(n flow.Node) []row {
	var rows []row
	add := func(i icon, words string, lines int) {
		if wrapped := rowFont.wrap(words, stepWidth-2*sidePad-iconWidth, lines); len(wrapped) > 0 {
			rows = append(rows, row{i, wrapped})
		}
	}
	switch a := n.Action; {
	case a == nil:
		add(iconPerson, b.in(wordNobody), 1)
	case a.Approve != nil:
		add(iconPerson, b.who(a.Approve.By)+b.quorum(a.Approve.Quorum), 4)
	case a.Do != nil:
		add(iconPerson, b.who(a.Do.By), 3)
	case a.Notify != nil:
		add(iconPerson, b.who(a.Notify.To), 3)
	case a.Subflow != nil:
		add(iconSystem, wordRuns.Fill("flow", a.Subflow.Flow).In(b.o.Lang), 2)
		if a.Subflow.Each != nil {
			add(iconNone, b.in(wordEach), 1)
		}
		if a.Subflow.Detached {
			add(iconNone, b.in(wordGoesOn), 1)
		}
	case a.Update != nil:
		add(iconSystem, b.in(wordSystem), 1)
		for _, set := range a.Update.Set {
			add(iconNone, b.assignment(a.Update.Target, set), 2)
		}
	}
	add(iconTool, n.Tool, 1)
	return append(rows, b.moments(n)...)
}

func (b builder) who(selectors []org.Selector) string {
	name := b.o.Who
	if name == nil {
		name = WhoIn(org.Company{}, b.reader.typ, b.o.Lang)
	}
	if words := name(selectors); len(selectors) > 0 && words != "" {
		return words
	}
	return b.in(wordNobody)
}

// assignment says what an update step sets.
func (b builder) assignment(target string, set flow.Assign) string {
	name, field := set.Field, (*record.Field)(nil)
	path := "record." + set.Field
	if target != "" {
		path = "record." + target + "." + set.Field
		name = target + "." + set.Field
	}
	if b.reader.typ != nil {
		if words, f, ok := b.reader.path(path); ok {
			name, field = words, f
		}
	}
	switch v := set.Value.(type) {
	case nil:
		return name + " = " + b.from(set.From)
	case string:
		if field != nil {
			v = b.reader.choice(v, field)
		}
		return name + " = " + v
	case bool:
		if v {
			return name + " = " + b.in(wordYes)
		}
		return name + " = " + b.in(wordNo)
	case float64:
		return name + " = " + thousands(strconv.FormatFloat(v, 'f', -1, 64))
	default:
		return name
	}
}

// from says where an update step reads a value.
func (b builder) from(rule string) string {
	if b.reader.typ != nil && strings.HasPrefix(rule, "record.") && strings.Count(rule, ".") <= 2 {
		if words, _, ok := b.reader.path(rule); ok {
			return words
		}
	}
	return rule
}

// label measures what stands on an edge: its name, and its rule in words.
func (b builder) label(d flow.Definition, e flow.Edge) label {
	name, rule := b.in(e.Name), ""
	switch {
	case e.When != "":
		rule = b.reader.words(e.When)
	case e.Default:
		rule = b.in(wordOtherwise)
	}
	if times := b.passed(e.ID); times > 1 {
		name = strings.TrimSpace(name + " ×" + strconv.Itoa(times))
	}
	return newLabel(name, rule)
}

func newLabel(name, rule string) label {
	l := label{name: labelFont.wrap(name, labelWidth, 3), rule: ruleFont.wrap(rule, labelWidth, 4)}
	if len(l.name)+len(l.rule) > 0 {
		l.size = Size{
			max(labelFont.widest(l.name), ruleFont.widest(l.rule)) + 4*labelPad,
			float64(len(l.name))*labelFont.leading() + float64(len(l.rule))*ruleFont.leading() + 2*labelPad,
		}
	}
	return l
}

// lane measures the heading of a swim lane.
func (b builder) lane(l flow.Lane) lane {
	name := laneFont.wrap(b.in(l.Name), laneWidth-24, 2)
	return lane{name: name, header: Size{laneWidth, 14 + float64(max(len(name), 1))*laneFont.leading()}}
}
