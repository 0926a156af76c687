package diagram

import (
	"testing"

	"flowline/engine/flow"
)

func TestLabelsFitTheirBoxes(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) { fits(t, newScene(d, o)) })
}

// No sample's words are cut: an ellipsis is for the unreasonable.
func TestSamplesAreNotCut(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) {
		if o.Progress != nil {
			return
		}
		whole := func(lines []string) {
			for _, l := range lines {
				if len(l) >= len(ellipsis) && l[len(l)-len(ellipsis):] == ellipsis {
					t.Errorf("%q is cut", lines)
				}
			}
		}
		s := newScene(d, o)
		for _, n := range s.symbols {
			whole(n.name)
			for _, r := range n.rows {
				whole(r.lines)
			}
		}
		for _, a := range s.arrows {
			whole(a.label.name)
			whole(a.label.rule)
		}
	})
}

func TestLanesHoldTheirSteps(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) {
		s := newScene(d, o)
		if _, err := place(t.Context(), &s); err != nil {
			t.Fatal(err)
		}
		if o.Lanes && len(s.lanes) != len(d.Lanes) {
			t.Errorf("%d lanes of %d are drawn", len(s.lanes), len(d.Lanes))
		}
	})
}

// A lane that lies is worse than none.
func TestAChartWithoutRoomForLanesLosesThem(t *testing.T) {
	s := newScene(samples(t)[0], Options{Lanes: true})
	g, err := place(t.Context(), &s)
	if err != nil {
		t.Fatal(err)
	}
	moved := *g
	moved.nodes = append([]point(nil), g.nodes...)
	moved.nodes[0].x = g.posts[len(g.posts)-1]
	if !s.inLanes(g) || s.inLanes(&moved) {
		t.Error("a step outside its lane is not noticed")
	}
}

func TestNothingCoversAnything(t *testing.T) {
	every(t, func(t *testing.T, d flow.Definition, o Options) {
		s := newScene(d, o)
		g, err := place(t.Context(), &s)
		if err != nil {
			t.Fatal(err)
		}
		var boxes []rect
		for i, n := range s.symbols {
			boxes = append(boxes, n.box(g.nodes[i]))
		}
		for i, a := range s.arrows {
			if a.label.size.W > 0 {
				boxes = append(boxes, symbol{size: a.label.size}.box(g.routes[i].label))
			}
		}
		for i, a := range boxes {
			for _, b := range boxes[:i] {
				if a.left < b.right-1 && b.left < a.right-1 && a.top < b.bottom-1 && b.top < a.bottom-1 {
					t.Errorf("%v and %v overlap", a, b)
				}
			}
		}
	})
}

// fits asserts that every line of s stays within the box that is drawn around it.
func fits(tb testing.TB, s scene) {
	tb.Helper()
	within := func(what string, f font, lines []string, room float64) {
		tb.Helper()
		for _, l := range lines {
			if w := f.width(l); w > room+0.01 {
				tb.Errorf("%s: %q is %.1f wide in %.1f", what, l, w, room)
			}
		}
	}
	for _, n := range s.symbols {
		height := 0.0
		switch n.shape {
		case diamond:
			if !holds(n.size, n.name) {
				tb.Errorf("%s: %q leaves its diamond", n.id, n.name)
			}
		case parallel:
			within(n.id, rowFont, n.name, n.size.W)
			height = float64(len(n.name)) * rowFont.leading()
		default:
			within(n.id, nameFont, n.name, n.size.W-16)
			height = float64(len(n.name)) * nameFont.leading()
			for _, r := range n.rows {
				within(n.id, rowFont, r.lines, n.size.W-sidePad-iconWidth)
				height += float64(len(r.lines)) * rowFont.leading()
			}
		}
		if height > n.size.H {
			tb.Errorf("%s: words are %.0f high in %.0f", n.id, height, n.size.H)
		}
	}
	for _, a := range s.arrows {
		within(a.id, labelFont, a.label.name, a.label.size.W)
		within(a.id, ruleFont, a.label.rule, a.label.size.W)
	}
	for _, l := range s.lanes {
		within("lane", laneFont, l.name, l.header.W)
	}
}
