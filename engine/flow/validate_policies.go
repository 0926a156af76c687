package flow

import (
	"strconv"

	"flowline/engine/record"
	"flowline/engine/text"
)

func (v *validator) settings(at string, s *Settings) {
	oneOf(v, at+".withdraw", s.Withdraw, WithdrawUndecided, WithdrawAlways, WithdrawNever)
	oneOf(v, at+".dedup", s.Dedup, DedupWhole, DedupConsecutive, DedupOff)
	v.selectors(at+".admins", s.Admins)
	v.copies(at+".copy", s.Copy, CopyEnded)
	v.fields(at+".copyFields", s.CopyFields, record.Hidden, record.Read)
	v.line(at+".voidFlow", s.VoidFlow, 60)
}

func (v *validator) copies(at string, copies []Copy, moments ...CopyAt) {
	v.count(at, len(copies), 10)
	for i, c := range copies {
		oneOf(v, place(at, i)+".at", c.At, moments...)
		v.selectors(place(at, i)+".to", c.To)
	}
}

// policies are what a step that asks people says beside whom it asks.
func (v *validator) policies(at string, empty *Empty, pick *Pick, back *Return, forbid []TaskAction, copies []Copy) {
	if empty != nil {
		oneOf(v, at+".empty.do", empty.Do, EmptyAdmins, EmptyApprove, EmptyReject, EmptyPeople, EmptyBlock)
		v.selectors(at+".empty.by", empty.By)
	}
	if pick != nil {
		oneOf(v, at+".pick.by", pick.By, PickSubmitter, PickPrevious)
		v.whole(at+".pick.min", pick.Min, 0, 100)
		v.whole(at+".pick.max", pick.Max, 0, 100)
	}
	if back != nil {
		oneOf(v, at+".return.to", back.To, ReturnAny, ReturnStart, ReturnPrevious, ReturnNodes)
		oneOf(v, at+".return.mode", back.Mode, ReturnRerun, ReturnDirect, ReturnReturner, ReturnSubmitter)
		v.count(at+".return.nodes", len(back.Nodes), 100)
	}
	v.count(at+".forbid", len(forbid), 20)
	for i, f := range forbid {
		oneOf(v, place(at+".forbid", i), f, CanReturn, CanTransfer, CanDelegate, CanAddBefore, CanAddAfter, CanAddBeside, CanAbstain, CanTakeBack)
	}
	v.copies(at+".copy", copies, CopyEntered, CopyPassed, CopyRejected)
}

// maxLate is how many things may happen around one deadline.
const maxLate = 20

func (v *validator) timing(at, due string, d *Deadline, late []Late) {
	v.line(at+".due", due, 40)
	if d != nil {
		oneOf(v, at+".deadline.count", d.Count, CountClock, CountWork)
		v.line(at+".deadline.field", d.Field, MaxName)
	}
	v.count(at+".late", len(late), maxLate)
	for i, l := range late {
		in := place(at+".late", i)
		oneOf(v, in+".do", l.Do, LateRemind, LateCopy, LateBeside, LateTransfer, LateApprove, LateReject, LateReturn, LateLine)
		oneOf(v, in+".to", l.To, LateToStart, LateToPrevious, LateToNode)
		for _, part := range []string{l.Before, l.After, l.Every} {
			v.line(in, part, 40)
		}
		v.line(in+".node", l.Node, MaxName)
		v.whole(in+".times", l.Times, 0, 50)
	}
}

func (v *validator) quorum(at string, q *Quorum) {
	oneOf(v, at+".mode", q.Mode, QuorumAny, QuorumAll, QuorumOrder, QuorumVote)
	v.selectors(at+".veto", q.Veto)
	if (q.Mode == QuorumVote) != (q.Vote != nil) {
		v.say(at+".vote", text.T("票签要说明通过的比例；其他方式没有这项设置。", "A vote needs the share that must agree; no other mode has this setting."))
	}
	if q.Vote == nil {
		return
	}
	share := q.Vote.Share
	v.whole(at+".vote.share.all", share.All, 1, 1000)
	v.whole(at+".vote.share.of", share.Of, 1, max(1, share.All))
	oneOf(v, at+".vote.abstain", q.Vote.Abstain, AbstainCounts, AbstainExcluded)
	v.count(at+".vote.weights", len(q.Vote.Weights), 50)
	for i, w := range q.Vote.Weights {
		v.selectors(place(at+".vote.weights", i)+".by", w.By)
		v.whole(place(at+".vote.weights", i)+".weight", w.Weight, 1, 1000)
	}
}

func (v *validator) reject(at string, r *Reject) {
	oneOf(v, at+".to", r.To, RejectEnd, RejectStart, RejectPrevious, RejectNode)
	oneOf(v, at+".parallel", r.Parallel, RejectAll, RejectOwn, RejectLater)
	v.line(at+".node", r.Node, MaxName)
}

func (v *validator) whole(path string, n, least, most int) {
	if n < least || n > most {
		v.say(path, text.T("要在 {least} 到 {most} 之间。", "It must be from {least} to {most}.").
			Fill("least", strconv.Itoa(least), "most", strconv.Itoa(most)))
	}
}
