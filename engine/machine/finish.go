package machine

import "time"

// end ends the instance: nothing of it stays open.
func (r *run) end(status Status, reason string) {
	if status == Rejected && !r.undoesRejected(reason) {
		return
	}
	r.cancelTasks(func(*Task) bool { return true }, reason)
	for _, t := range r.s.Tokens {
		r.callOff(t.Activation, reason)
	}
	for _, t := range r.s.Tokens {
		if a := r.activation(t.Activation); a.LeftAt.IsZero() {
			a.LeftAt = r.at
			if a.Outcome == "" {
				a.Outcome = OutcomeCancelled
			}
		}
	}
	for i := range r.s.Incidents {
		if r.s.Incidents[i].open() {
			r.s.Incidents[i].ResolvedAt = r.at
		}
	}
	r.s.Tokens, r.s.Scopes, r.s.Timers, r.s.Returns = nil, nil, nil, nil
	r.s.SuspendedAt, r.s.SuspendedBy = time.Time{}, StoppedByAdmin
	r.u.Ready, r.u.Want, r.u.Asked = nil, nil, nil
	r.s.Status, r.s.EndedAt, r.u.Ended = status, r.at, true
	r.tell(Entry{Type: EntryEnded, Data: Data{Status: status, Reason: reason}})
	if r.s.Voids != "" {
		r.step.Jobs = append(r.step.Jobs, Job{ID: r.id("j"), Kind: JobTellVoided, At: r.at, Child: ChildJob{Instance: r.s.Voids}})
	}
	c := r.s.Caller
	if c == nil || !c.Waits {
		r.notice(Notice{To: r.s.InCharge(), Kind: NoticeEnd})
		return
	}
	r.step.Jobs = append(r.step.Jobs, Job{ID: r.id("j"), Kind: JobTellCaller, At: r.at, Child: ChildJob{Child: c.Child, Instance: c.Instance}})
}
