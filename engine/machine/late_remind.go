package machine

// lateRemind reminds whoever is asked, unless somebody or something has urged them not long ago.
func (r *run) lateRemind(task int, out timeOut) {
	k := r.task(task)
	if !out.urgedSince.IsZero() && k.UrgedAt.After(out.urgedSince) {
		return
	}
	k.UrgedAt = r.at
	r.tell(Entry{Type: EntryUrged, Node: k.Node, Activation: k.Activation, Task: k.ID, Data: Data{People: []string{k.Assignee}, Reason: reasonLate}})
	r.notice(Notice{To: k.Assignee, Kind: NoticeUrge, Node: k.Node, Task: k.ID})
}
