package machine

// terminated has an admin end the instance.
func (r *run) terminated(ev Event) error {
	if r.s.Status.Ended() {
		return errEnded
	}
	if blank(ev.Comment) {
		return errCommentRequired
	}
	r.tell(Entry{Type: EntryTerminated, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Comment: ev.Comment, Files: ev.Files})
	r.end(Terminated, reasonTerminated)
	return nil
}
