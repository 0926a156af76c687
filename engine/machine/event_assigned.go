package machine

// assigned has an admin name the people where the flow found nobody. They are asked as they are named, the submitter
// among them if need be. For one vacant signature it takes one person.
func (r *run) assigned(ev Event) error {
	i, err := r.openIncident(ev.Incident)
	if err != nil {
		return err
	}
	node := r.node(i.Node)
	people := distinct(ev.People)
	asks, ok := r.askingAt(node)
	if i.Reason != incidentNobody || !ok {
		return errNotAssignable
	}
	if len(people) == 0 {
		return errNobodyNamed
	}
	slot := i.Slot
	if slot != "" && len(people) > 1 {
		return errOneOnly
	}
	r.repaired(i, ev)
	t, _ := r.tokenIn(i.Activation)
	if slot != "" {
		r.refill(t, node, slot, people[0])
		return nil
	}
	if r.u.Named == nil {
		r.u.Named = map[string][]string{}
	}
	r.u.Named[t.Activation] = people
	asks.ask(r, t, node, people)
	return nil
}
