package diagram

// fitDiamond wraps a question and gives the smallest pleasing diamond that holds every line of it between its edges.
func fitDiamond(question string) ([]string, Size) {
	best, area := []string(nil), Size{}
	for _, measure := range []float64{96, 120, 150, 190} {
		lines := nameFont.wrap(question, measure, 5)
		size := diamondAround(lines)
		if best == nil || size.W*size.H < area.W*area.H {
			best, area = lines, size
		}
	}
	return best, area
}

// diamondAround grows a diamond until its lines fit.
func diamondAround(lines []string) Size {
	size := Size{diamondMin, 84}
	for !holds(size, lines) {
		size.W += 12
		size.H += 5
	}
	return size
}

// holds tells whether centred lines, with a little air, stay within a diamond.
func holds(size Size, lines []string) bool {
	leading := nameFont.leading()
	top := -leading * float64(len(lines)) / 2
	for i, l := range lines {
		edge := max(-(top+float64(i)*leading), top+float64(i+1)*leading) - 2 // the farther of the line's two edges
		if room := size.W * (1 - 2*edge/size.H); nameFont.width(l)+10 > room {
			return false
		}
	}
	return true
}
