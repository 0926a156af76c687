package diagram

// extent estimates how many rows the arrows of a scene pass in all: what Graphviz's time grows with. An arrow of an
// arrow's length counts one, or two with a label; arrows that lead back up count nothing.
func (s scene) extent() int {
	out := make([][]arrow, len(s.symbols))
	for _, a := range s.arrows {
		out[a.from] = append(out[a.from], a)
	}
	row, sum := make([]int, len(s.symbols)), 0
	for _, i := range order(out) {
		for _, a := range out[i] {
			if a.to != i {
				row[a.to] = max(row[a.to], row[i]+a.length())
			}
		}
	}
	for _, a := range s.arrows {
		sum += max(row[a.to]-row[a.from], 0)
	}
	return sum
}

func (a arrow) length() int {
	if a.label.size.W > 0 {
		return 2
	}
	return 1
}

// order gives the symbols so that arrows lead on, but for those that close a circle.
func order(out [][]arrow) []int {
	type frame struct{ node, next int }
	seen := make([]bool, len(out))
	after := make([]int, 0, len(out))
	for i := range out {
		if seen[i] {
			continue
		}
		seen[i] = true
		for stack := []frame{{node: i}}; len(stack) > 0; {
			top := &stack[len(stack)-1]
			if top.next == len(out[top.node]) {
				after = append(after, top.node)
				stack = stack[:len(stack)-1]
				continue
			}
			to := out[top.node][top.next].to
			top.next++
			if !seen[to] {
				seen[to] = true
				stack = append(stack, frame{node: to})
			}
		}
	}
	for i, j := 0, len(after)-1; i < j; i, j = i+1, j-1 {
		after[i], after[j] = after[j], after[i]
	}
	return after
}
