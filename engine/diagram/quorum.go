package diagram

import (
	"strconv"

	"flowline/engine/flow"
	"flowline/engine/text"
)

// quorum says in brackets how many of the people asked must agree; nothing where the first decides.
func (b builder) quorum(q flow.Quorum) string {
	word := ""
	switch q.Mode {
	case flow.QuorumAll:
		word = b.in(wordAll)
	case flow.QuorumOrder:
		word = b.in(wordOrder)
	case flow.QuorumVote:
		word = b.in(wordVote)
		if q.Vote != nil {
			word = shareWord(*q.Vote).In(b.o.Lang)
		}
	default:
		return ""
	}
	comma, open, closed := "，", "（", "）"
	if b.o.Lang == text.English {
		comma, open, closed = ", ", " (", ")"
	}
	if len(q.Veto) > 0 {
		word += comma + b.in(wordVeto)
	}
	return open + word + closed
}

// shareWord is a vote with the share that must agree, such as 2/3.
func shareWord(v flow.Vote) text.Text {
	word := wordVoteShare
	if v.Over {
		word = wordVoteOver
	}
	return word.Fill("of", strconv.Itoa(v.Share.Of), "all", strconv.Itoa(v.Share.All))
}
