package machine

// retried has what an incident stopped tried again, in the same activation.
func (r *run) retried(ev Event) error {
	i, err := r.openIncident(ev.Incident)
	if err != nil {
		return err
	}
	r.repaired(i, ev)
	if t, ok := r.tokenIn(i.Activation); ok {
		r.u.Ready = append(r.u.Ready, t.ID)
	}
	return nil
}
