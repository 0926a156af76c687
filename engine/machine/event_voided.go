package machine

import "flowline/engine/flow"

// Voidable tells what has to approve before an instance is declared void: the key of a flow; empty: nothing has to, an admin
// declares it. A flow may want that only of what was approved: of the rest nothing came. The error says why it cannot be
// declared void now.
func Voidable(g *flow.Graph, s State) (by string, err error) {
	switch {
	case !s.Status.Ended():
		return "", errNotEnded
	case s.Status == Voided:
		return "", errVoided
	case s.Voids != "":
		return "", errVoidOfVoid
	case s.Voiding != nil && s.Voiding.Status == "":
		return "", errVoidAsked
	case s.Status != Approved:
		return "", nil
	}
	d := g.Definition()
	return d.Voiding(), nil
}

// voided has an admin declare an ended instance void. Nothing of it is deleted.
func (r *run) voided(ev Event) error {
	by, err := Voidable(r.g, r.s)
	switch {
	case err != nil:
		return err
	case by != "":
		return errVoidWantsApproval
	case blank(ev.Comment):
		return errCommentRequired
	}
	r.s.Status = Voided
	r.tell(Entry{Type: EntryVoided, By: ev.By, Comment: ev.Comment, Files: ev.Files})
	r.notice(Notice{To: r.s.InCharge(), Kind: NoticeEnd})
	return nil
}

// voidAsked takes note of a request to declare the instance void. The instance stays as it ended until that is answered.
func (r *run) voidAsked(ev Event) error {
	by, err := Voidable(r.g, r.s)
	switch {
	case err != nil:
		return err
	case by == "":
		return errVoidWithoutApproval
	case blank(ev.Comment):
		return errCommentRequired
	case ev.Child == nil || ev.Child.Instance == "":
		return errUnknownChild
	}
	r.s.Voiding = &Voiding{Instance: ev.Child.Instance, By: ev.By, Earlier: r.s.VoidRequests()}
	r.tell(Entry{Type: EntryVoidAsked, By: ev.By, Comment: ev.Comment, Data: Data{Child: ev.Child.Instance}})
	r.tellInCharge(NoticeVoidAsked)
	return nil
}

// tellInCharge tells whoever is in charge about a request to void of somebody else.
func (r *run) tellInCharge(kind NoticeKind) {
	if by := r.s.Voiding.By; r.s.InCharge() != by {
		r.notice(Notice{To: r.s.InCharge(), Kind: kind, By: by})
	}
}

// voidAnswered takes note of how the request ended: approved, the instance is void; else it stays as it was, and may be asked
// about again. Whoever asked hears that from the request, whoever else is in charge from here.
func (r *run) voidAnswered(ev Event) error {
	was := r.s.Voiding
	if was == nil || was.Status != "" || ev.Child == nil || ev.Child.Instance != was.Instance {
		return errVoidMoved
	}
	r.s.Voiding = &Voiding{Instance: was.Instance, By: was.By, Status: ev.Child.Status, Earlier: was.Earlier}
	if ev.Child.Status != Approved {
		r.tell(Entry{Type: EntryVoidRefused, Data: Data{Child: was.Instance, Status: ev.Child.Status}})
		r.tellInCharge(NoticeVoidRefused)
		return nil
	}
	r.s.Status = Voided
	r.tell(Entry{Type: EntryVoided, Data: Data{Child: was.Instance}})
	r.tellInCharge(NoticeEnd)
	return nil
}
