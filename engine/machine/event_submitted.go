package machine

// submitted starts the instance.
func (r *run) submitted(ev Event) error {
	starts := r.g.Starts()
	if len(starts) != 1 {
		return errNoStart
	}
	if ev.By == "" {
		return errNoSubmitter
	}
	start := starts[0]
	form := formOf(r.g, start.ID)
	if err := form.admits(ev.Set); err != nil {
		return err
	}
	if !r.u.Known && (len(ev.Set) > 0 || form.requires()) {
		r.hold(ev)
		return nil
	}
	if err := form.within(r.u.Facts, ev.Set); err != nil {
		return err
	}
	if err := form.complete(r.u.Facts, ev.Set); err != nil {
		return err
	}
	r.s.Submitter = ev.By // whom questions about people are about
	if ok, err := r.picks(ev); !ok {
		return err
	}
	r.s.Flow, r.s.Version, r.s.Caller, r.s.Voids = r.g.Key(), r.g.Version(), ev.Caller, ev.Voids
	r.s.Status, r.s.Submitter, r.s.StartedAt, r.s.Data = Running, ev.By, r.at, 1
	r.tell(Entry{Type: EntryStarted, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: start.ID, Comment: ev.Comment, Files: ev.Files})
	if len(ev.Set) > 0 {
		r.change(r.g.Type(), "", "", r.u.Facts, ev.Set, Entry{By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: start.ID})
	}
	id := r.id("t")
	r.s.Tokens = append(r.s.Tokens, Token{ID: id})
	r.enter(id, start.ID)
	return nil
}
