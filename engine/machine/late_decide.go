package machine

// lateApprove agrees in nobody's name; it counts as the signature of whoever was asked.
func (r *run) lateApprove(task int, _ timeOut) { r.lateDecide(task, OutcomeApproved) }

// lateReject rejects likewise.
func (r *run) lateReject(task int, _ timeOut) { r.lateDecide(task, OutcomeRejected) }

func (r *run) lateDecide(task int, outcome Outcome) {
	k := r.task(r.ownTask(task))
	t, stands := r.tokenIn(k.Activation)
	if !stands {
		return
	}
	k.Reason = reasonLate
	r.decide(k, Event{Outcome: outcome})
	r.tally(t, r.node(k.Node), r.s.slot(k.Activation, k.Slot).Group, outcome)
}
