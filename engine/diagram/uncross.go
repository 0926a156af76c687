package diagram

// uncross swaps neighbours of a lane as long as fewer of their ties cross for it.
func uncross(rows [][]*slot) {
	for _, cell := range rows {
		number(cell)
	}
	for swapped, left := true, len(rows)+8; swapped && left > 0; left-- {
		swapped = false
		for _, cell := range rows {
			for i := 1; i < len(cell); i++ {
				if a, b := cell[i-1], cell[i]; crossings(b, a) < crossings(a, b) {
					cell[i-1], cell[i] = b, a
					number(cell)
					swapped = true
				}
			}
		}
	}
}

func number(cell []*slot) {
	for i, s := range cell {
		s.place = i
	}
}

// crossings counts the ties of a that cross one of b when a stands left of b.
func crossings(a, b *slot) (n int) {
	for _, t := range a.ties {
		for _, u := range b.ties {
			if t.above == u.above && t.to.place > u.to.place {
				n++
			}
		}
	}
	return n
}
