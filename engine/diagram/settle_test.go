package diagram

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever pulls at them, the slots of a row keep their order and their distance.
func TestSlotsStayApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := make([][]*slot, rapid.IntRange(1, 8).Draw(t, "rows"))
		for i := range rows {
			for range rapid.IntRange(0, 5).Draw(t, "slots") {
				passage := rapid.Bool().Draw(t, "passage")
				rows[i] = append(rows[i], &slot{width: rapid.Float64Range(2, 300).Draw(t, "width"), passage: passage})
			}
			for i > 0 && len(rows[i]) > 0 && len(rows[i-1]) > 0 && rapid.Bool().Draw(t, "tie") {
				bind(rapid.SampledFrom(rows[i-1]).Draw(t, "above"), rapid.SampledFrom(rows[i]).Draw(t, "below"), 3)
			}
		}
		settle(rows)
		for _, cell := range rows {
			for i := 1; i < len(cell); i++ {
				if got, want := cell[i].x-cell[i-1].x, distance(cell[i-1], cell[i]); got < want-0.01 {
					t.Errorf("%.1f apart, want at least %.1f", got, want)
				}
			}
		}
	})
}

func TestSlotsStandBelowWhatLeadsThere(t *testing.T) {
	a, b, c, aside := &slot{width: 100}, &slot{width: 200}, &slot{width: 50}, &slot{width: 80}
	bind(a, b, 12)
	bind(b, c, 12)
	bind(a, aside, 3)
	settle([][]*slot{{a}, {b, aside}, {c}})
	if a.x != b.x || b.x != c.x {
		t.Errorf("the usual way goes from %.1f by %.1f to %.1f", a.x, b.x, c.x)
	}
}

func TestNeighboursAreSwappedWhereTheirTiesCross(t *testing.T) {
	a, b, c, d := &slot{}, &slot{}, &slot{}, &slot{}
	bind(a, d, 1)
	bind(b, c, 1)
	rows := [][]*slot{{a, b}, {c, d}}
	uncross(rows)
	if n := crossings(rows[0][0], rows[0][1]); n != 0 {
		t.Errorf("%d crossings are left", n)
	}
}
