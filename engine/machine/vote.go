package machine

import (
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/org"
)

// countVotes says what votes come to. Shares are compared as whole numbers, never rounded: yes/total ≥ of/all is
// yes·all ≥ of·total. It passes as soon as those who agreed are enough whatever the others do, and fails as soon as they
// would not be even if all others agreed. An abstention stays in the total, unless it is to be left out.
func countVotes(v flow.Vote, slots []Slot) (Outcome, bool) {
	yes, open, total := 0, 0, 0
	for _, s := range slots {
		w := s.weight()
		if s.vetoes() {
			return OutcomeRejected, true
		}
		if s.Outcome == OutcomeAbstained && v.Abstain == flow.AbstainExcluded {
			continue
		}
		total += w
		switch s.Outcome {
		case OutcomeApproved:
			yes += w
		case "":
			open += w
		}
	}
	enough := func(weight int) bool {
		if v.Share.All == 0 || weight == 0 { // of nothing there is no share
			return false
		}
		if v.Over {
			return weight*v.Share.All > v.Share.Of*total
		}
		return weight*v.Share.All >= v.Share.Of*total
	}
	switch {
	case enough(yes):
		return OutcomeApproved, true
	case !enough(yes + open):
		return OutcomeRejected, true
	}
	return "", false
}

// weight is what the signature counts for in a vote.
func (s Slot) weight() int {
	if s.Weight == 0 {
		return 1
	}
	return s.Weight
}

// measures are whose signatures count for more, or end the step when they are a rejection.
type measures struct {
	veto    []string
	weights map[string]int
}

// measured gives them for a step; when they are not known yet they are asked.
func (r *run) measured(t Token, q flow.Quorum) (measures, bool) {
	m, known := measures{weights: map[string]int{}}, true
	people := func(purpose string, by []org.Selector) []string {
		found, ok := r.peopleFor(t, purpose, by)
		known = known && ok
		return found
	}
	if len(q.Veto) > 0 {
		m.veto = people("veto", q.Veto)
	}
	if q.Vote == nil {
		return m, known
	}
	for i, w := range q.Vote.Weights {
		for _, p := range people("weight:"+strconv.Itoa(i), w.By) {
			if m.weights[p] == 0 { // the first that names somebody counts
				m.weights[p] = w.Weight
			}
		}
	}
	return m, known
}
