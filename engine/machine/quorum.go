package machine

import "flowline/engine/flow"

// quorum is how the signatures of a step are counted.
type quorum struct {
	oneByOne bool // the next is asked when the one before has agreed
	alone    bool // one decision of either kind settles it
	// verdict says what the signatures come to, once they come to something.
	verdict func([]Slot) (Outcome, bool)
}

// quorums is the table of them. A step that states none takes the first decision.
var quorums = map[flow.QuorumMode]quorum{
	"":               {verdict: firstDecides, alone: true},
	flow.QuorumAny:   {verdict: firstDecides, alone: true},
	flow.QuorumAll:   {verdict: allAgree},
	flow.QuorumOrder: {verdict: allAgree, oneByOne: true},
}

func quorumOf(node *flow.Node) quorum { return quorums[node.Action.Approve.Quorum.Mode] }

// first is how many of n people are asked at once.
func (q quorum) first(n int) int {
	if q.oneByOne {
		return 1
	}
	return n
}

// firstDecides takes the first decision of either kind.
func firstDecides(slots []Slot) (Outcome, bool) {
	for _, s := range slots {
		if s.Outcome != "" {
			return s.Outcome, true
		}
	}
	return "", false
}

// allAgree wants everybody; one rejection is enough to settle it.
func allAgree(slots []Slot) (Outcome, bool) {
	agreed := 0
	for _, s := range slots {
		if s.Outcome == OutcomeRejected {
			return OutcomeRejected, true
		}
		if s.Outcome == OutcomeApproved {
			agreed++
		}
	}
	return OutcomeApproved, agreed == len(slots)
}
