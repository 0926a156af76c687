package machine

import "flowline/engine/flow"

// doStep asks people to do something; whoever of them does it has done it for all.
type doStep struct{}

func (doStep) outcomes(*flow.Node) []Outcome { return []Outcome{OutcomeDone} }

func (doStep) alone(*flow.Node) bool { return true }

func (d doStep) do(r *run, t Token, node *flow.Node) {
	if r.begun(t) {
		r.fill(t, node)
		return
	}
	if people := r.whom(t, node); len(people) > 0 {
		d.ask(r, t, node, people)
	}
}

func (doStep) ask(r *run, t Token, node *flow.Node, people []string) {
	r.addSlots(t, people)
	for i := range people {
		r.addTask(t, node, i, true)
	}
}

func (doStep) decided(r *run, t Token, _ *flow.Node, outcome Outcome) {
	r.cancelTasks(func(k *Task) bool { return k.Activation == t.Activation }, reasonSibling)
	r.settled(t, outcome)
}
