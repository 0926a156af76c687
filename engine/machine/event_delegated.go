package machine

import (
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

// delegated has an assignee ask somebody for an opinion. Who is asked may ask further; each answer goes back to who asked
// for it, and only the decision of the signature's owner counts.
func (r *run) delegated(ev Event) error {
	k, err := r.openTaskOf(ev)
	if err != nil {
		return err
	}
	if err := r.mayDelegate(k); err != nil {
		return err
	}
	if ok, err := r.newcomer(ev, k); !ok {
		return err
	}
	advice := *k
	advice.ID, advice.Assignee, advice.Origin, advice.Advice = r.id("k"), ev.People[0], k.ID, true
	advice.Claimed, advice.OpenedAt = false, r.at
	k.State = TaskDelegated
	r.passClock(k.ID, advice.ID)
	r.tell(Entry{
		Type: EntryDelegated, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID,
		Person: advice.Assignee, Comment: ev.Comment, Files: ev.Files,
	})
	r.s.Tasks = append(r.s.Tasks, &advice)
	r.wake(&advice)
	return nil
}

func (r *run) mayDelegate(k *Task) error {
	if k.Type == TaskSubmit || forbids(r.node(k.Node), flow.CanDelegate) {
		return errNoDelegation
	}
	return nil
}

// advised gives an opinion to who asked for it.
func (r *run) advised(k *Task, ev Event) error {
	switch {
	case ev.Outcome != OutcomeAdvised:
		return errOnlyAdvice
	case blank(ev.Comment):
		return errCommentRequired
	case len(ev.Set) > 0:
		return errNotEditable
	}
	k.State, k.DecidedAt, k.DecidedBy, k.OnBehalfOf, k.Comment, k.Data = TaskDone, r.at, ev.By, ev.OnBehalfOf, ev.Comment, r.s.Data
	r.tell(Entry{
		Type: EntryAdvised, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: k.Node, Activation: k.Activation, Task: k.ID,
		Comment: ev.Comment, Files: ev.Files, Data: Data{Outcome: OutcomeAdvised, Version: r.s.Data},
	})
	r.giveBack(k)
	return nil
}

// giveBack opens the task again for whose assignee an opinion was asked.
func (r *run) giveBack(advice *Task) {
	if i := r.taskAt(advice.Origin); i >= 0 && r.s.Tasks[i].State == TaskDelegated {
		r.passClock(advice.ID, advice.Origin)
		r.wake(r.task(i))
	}
}

// recalled has whoever asked for an opinion do without it.
func (r *run) recalled(ev Event) error {
	i := r.taskAt(ev.Task)
	if i < 0 {
		return errUnknownTask
	}
	k := r.task(i)
	switch {
	case k.Assignee != ev.By:
		return errNotYours
	case k.State != TaskDelegated:
		return errNotDelegated
	}
	r.tell(Entry{Type: EntryRecalled, By: ev.By, Node: k.Node, Activation: k.Activation, Task: k.ID, Comment: ev.Comment, Files: ev.Files})
	r.dropAdvice(k.ID, reasonRecalled)
	r.wake(k)
	return nil
}

// dropAdvice cancels the opinions asked for a task, and those asked for these; the deadline comes back to it.
func (r *run) dropAdvice(task, reason string) {
	for _, x := range r.s.Tasks {
		if x.Advice && x.Origin == task && x.live() {
			r.dropAdvice(x.ID, reason)
			r.passClock(x.ID, task)
			r.cancelTasks(func(k *Task) bool { return k.ID == x.ID }, reason)
		}
	}
}

var (
	errNoDelegation = fault.New(fault.Refused, "delegation_not_offered", text.T(
		"这一步不能委派，请自己处理。", "Nobody can be asked for an opinion at this step; decide it yourself."))
	errOnlyAdvice = fault.New(fault.Invalid, "only_advice", text.T(
		"这里只请您提供意见，决定由委派人作出；请写明意见。", "Only your opinion is asked here, the decision is made by whoever asked; please write it down."))
	errNotDelegated = fault.New(fault.Conflict, "not_delegated", text.T(
		"这个待办没有委派出去，请刷新。", "This task is not with anybody else; reload."))
)
