package machine

import (
	"slices"

	"flowline/engine/flow"
)

// quorum is how the signatures of a step are counted.
type quorum struct {
	oneByOne bool // the next is asked when the one before has agreed
	alone    bool // one decision of either kind settles it
	// verdict says what the signatures come to, once they come to something.
	verdict func([]Slot) (Outcome, bool)
}

// quorumOf is that of a step. One that states none takes the first decision.
func quorumOf(node *flow.Node) quorum {
	settings := node.Action.Approve.Quorum
	switch settings.Mode {
	case flow.QuorumAll:
		if settings.WaitAll || len(settings.Veto) > 0 {
			return quorum{verdict: everybodyAnswers}
		}
	case flow.QuorumVote:
		return quorum{verdict: func(slots []Slot) (Outcome, bool) { return countVotes(*settings.Vote, slots) }}
	case flow.QuorumAny, "":
		if settings.AllRejects {
			return quorum{verdict: anybodyAgrees}
		}
	}
	return quorums[settings.Mode]
}

// quorums are the ways of counting that have no settings of their own.
var quorums = map[flow.QuorumMode]quorum{
	"":               {verdict: firstDecides, alone: true},
	flow.QuorumAny:   {verdict: firstDecides, alone: true},
	flow.QuorumAll:   {verdict: allAgree},
	flow.QuorumOrder: {verdict: allAgree, oneByOne: true},
}

// inOrder reports whether a step asks one after the other.
func inOrder(node *flow.Node) bool {
	return node.Action != nil && node.Action.Approve != nil && quorumOf(node).oneByOne
}

// ownSlots are the signatures that the step itself counts: those of signers added before or after somebody count for that
// one's signature only.
func (a *Activation) ownSlots() []Slot {
	return slices.DeleteFunc(slices.Clone(a.Slots), func(s Slot) bool { return s.Group != "" })
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

// everybodyAnswers wants everybody to agree and settles it when all have answered, or when somebody rejects whose
// rejection ends it.
func everybodyAnswers(slots []Slot) (Outcome, bool) {
	outcome, answered := OutcomeApproved, 0
	for _, s := range slots {
		if s.Outcome == OutcomeRejected {
			outcome = OutcomeRejected
		}
		if s.vetoes() {
			return OutcomeRejected, true
		}
		if s.Outcome != "" {
			answered++
		}
	}
	return outcome, answered == len(slots)
}

// anybodyAgrees takes the first who agrees; it is rejected when everybody has rejected.
func anybodyAgrees(slots []Slot) (Outcome, bool) {
	rejected := 0
	for _, s := range slots {
		if s.Outcome == OutcomeApproved {
			return OutcomeApproved, true
		}
		if s.Outcome == OutcomeRejected {
			rejected++
		}
	}
	return OutcomeRejected, rejected == len(slots)
}

// vetoes reports whether the signature is a rejection that ends the step.
func (s Slot) vetoes() bool { return s.Veto && s.Outcome == OutcomeRejected }
