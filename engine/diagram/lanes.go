package diagram

import "flowline/engine/flow"

// assignLanes gives every symbol a lane. A node without one stands in the lane of the node before it, else of the one
// after it; what then has none stands in a lane of its own, behind the others.
func (s *scene) assignLanes(d flow.Definition, measure func(flow.Lane) lane) {
	index := make(map[string]int, len(d.Lanes))
	for i, l := range d.Lanes {
		index[l.ID] = i
		s.lanes = append(s.lanes, measure(l))
	}
	if len(s.lanes) == 0 {
		return
	}
	for i, n := range d.Nodes {
		s.symbols[i].lane = -1
		if at, ok := index[n.Lane]; ok {
			s.symbols[i].lane = at
		}
	}
	s.inherit(func(a arrow) (int, int) { return a.from, a.to })
	s.inherit(func(a arrow) (int, int) { return a.to, a.from })
	others := len(s.lanes)
	for i := range s.symbols {
		if s.symbols[i].lane < 0 {
			s.symbols[i].lane = others
			if len(s.lanes) == others {
				s.lanes = append(s.lanes, measure(flow.Lane{Name: wordNoLane}))
			}
		}
	}
}

// inherit hands lanes along the arrows to symbols without one, until nothing changes.
func (s *scene) inherit(ends func(arrow) (giver, taker int)) {
	for changed := true; changed; {
		changed = false
		for _, a := range s.arrows {
			giver, taker := ends(a)
			if s.symbols[taker].lane < 0 && s.symbols[giver].lane >= 0 {
				s.symbols[taker].lane, changed = s.symbols[giver].lane, true
			}
		}
	}
}

// inLanes tells whether every symbol stands between the posts of its lane.
func (s *scene) inLanes(g *geometry) bool {
	for i, n := range s.symbols {
		if b := n.box(g.nodes[i]); b.left < g.posts[n.lane] || b.right > g.posts[n.lane+1] {
			return false
		}
	}
	return true
}
