package machine

import "flowline/engine/flow"

// TaskSubmit is the type of the task of whoever submitted, when the instance has come back: to mend it and submit again.
const TaskSubmit flow.ActionType = "submit"

// resubmit asks whoever submitted to submit again. It is what the start does when it is entered again.
type resubmit struct{}

func (resubmit) outcomes(*flow.Node) []Outcome { return []Outcome{OutcomeDone} }

func (resubmit) alone(*flow.Node) bool { return true }

func (s resubmit) do(r *run, t Token, node *flow.Node) {
	if r.begun(t) {
		r.fill(t, node)
		return
	}
	s.ask(r, t, node, []string{r.s.InCharge()})
}

func (resubmit) ask(r *run, t Token, node *flow.Node, people []string) {
	r.addSlots(t, people)
	for i := range people {
		r.addTask(t, node, i, true)
	}
}

func (resubmit) decided(r *run, t Token, _ *flow.Node, outcome Outcome) {
	r.cancelTasks(func(k *Task) bool { return k.Activation == t.Activation }, reasonSibling)
	r.settled(t, outcome)
}

// askingAt is how people are asked at a node; false where nobody is.
func (r *run) askingAt(n *flow.Node) (asking, bool) {
	if n.Kind == flow.KindStart {
		return resubmit{}, true
	}
	if n.Action == nil {
		return nil, false
	}
	a, ok := actions[n.Action.Type].(asking)
	return a, ok
}

// typeOf is the type of the tasks of a node.
func typeOf(n *flow.Node) flow.ActionType {
	if n.Kind == flow.KindStart {
		return TaskSubmit
	}
	return n.Action.Type
}

// atSubmitter reports whether whoever submitted has the instance back.
func (s *State) atSubmitter() bool {
	for i := range s.Tasks {
		if s.Tasks[i].Type == TaskSubmit && s.Tasks[i].live() {
			return true
		}
	}
	return false
}
