package machine

// assigned has an admin name the people where the flow found nobody. They are asked as they are named, the submitter
// among them if need be.
func (r *run) assigned(ev Event) error {
	i, err := r.openIncident(ev.Incident)
	if err != nil {
		return err
	}
	node := r.node(i.Node)
	people := distinct(ev.People)
	if i.Reason != incidentNobody || node.Action == nil {
		return errNotAssignable
	}
	asks, ok := actions[node.Action.Type].(asking)
	if !ok {
		return errNotAssignable
	}
	if len(people) == 0 {
		return errNobodyNamed
	}
	r.repaired(i, ev)
	t, _ := r.tokenIn(i.Activation)
	asks.ask(r, t, node, people)
	return nil
}
