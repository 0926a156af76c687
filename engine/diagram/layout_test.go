package diagram

import (
	"math"
	"testing"

	"flowline/engine/flow"
)

func TestTidyNodesDoNotTouch(t *testing.T) {
	for _, d := range samples(t) {
		points, err := Layout(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		apart(t, d, points)
	}
}

func TestSamplesAreDrawnTidily(t *testing.T) {
	for _, d := range samples(t) {
		points := map[string]flow.Point{}
		for _, n := range d.Nodes {
			if n.At == nil {
				t.Fatalf("%s: %s has no place", d.Key, n.ID)
			}
			points[n.ID] = *n.At
		}
		apart(t, d, points)
	}
}

func apart(t *testing.T, d flow.Definition, points map[string]flow.Point) {
	t.Helper()
	if len(points) != len(d.Nodes) {
		t.Errorf("%s: %d places for %d nodes", d.Key, len(points), len(d.Nodes))
	}
	for i, a := range d.Nodes {
		p, size := points[a.ID], SizeOf(a.Kind)
		if p.X < 0 && d.Key == "" || math.Mod(p.X, 2) != 0 || math.Mod(p.Y, 2) != 0 {
			t.Errorf("%s: %s stands at %v", d.Key, a.ID, p)
		}
		for _, b := range d.Nodes[:i] {
			q, other := points[b.ID], SizeOf(b.Kind)
			if p.X < q.X+other.W+8 && q.X < p.X+size.W+8 && p.Y < q.Y+other.H+8 && q.Y < p.Y+size.H+8 {
				t.Errorf("%s: %s at %v and %s at %v are too close", d.Key, a.ID, p, b.ID, q)
			}
		}
	}
}
