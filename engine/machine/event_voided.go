package machine

// voided has an admin declare an ended instance void. Nothing of it is deleted.
func (r *run) voided(ev Event) error {
	switch {
	case !r.s.Status.Ended():
		return errNotEnded
	case r.s.Status == Voided:
		return errVoided
	case blank(ev.Comment):
		return errCommentRequired
	}
	r.s.Status = Voided
	r.tell(Entry{Type: EntryVoided, By: ev.By, Comment: ev.Comment, Files: ev.Files})
	r.notice(Notice{To: r.s.InCharge(), Kind: NoticeEnd})
	return nil
}
