package machine

import (
	"slices"

	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/text"
)

// newcomers refuses people who cannot be given a part in a task's step: whoever has one already, whoever submitted, and
// whoever is switched off. False: that is not known yet.
func (r *run) newcomers(ev Event, k *Task) (bool, error) {
	if len(ev.People) == 0 {
		return false, errNobodyNamed
	}
	var by []org.Selector
	for _, p := range ev.People {
		by = append(by, org.Selector{Person: p})
		asked := slices.ContainsFunc(r.s.Tasks, func(x *Task) bool { return x.Activation == k.Activation && x.Assignee == p && x.live() })
		switch {
		case p == "":
			return false, errNobodyNamed
		case p == k.Assignee || p == ev.By:
			return false, errToOneself
		case (asked || r.s.Signs(p, k.Activation)) && (ev.Type != EventTransferred || !r.signsToo(k, p)):
			return false, errSignsAlready
		case r.s.ownRequest(r.node(k.Node), p):
			return false, errOwnRequest
		}
	}
	active, ok := r.meantBy(ev, "active", by)
	if !ok {
		return false, nil
	}
	if slices.ContainsFunc(ev.People, func(p string) bool { return !slices.Contains(active, p) }) {
		return false, errSwitchedOff
	}
	return true, nil
}

// newcomer is newcomers where exactly one is wanted.
func (r *run) newcomer(ev Event, k *Task) (bool, error) {
	if len(ev.People) > 1 {
		return false, errOnePerson
	}
	return r.newcomers(ev, k)
}

// wake gives a task back to its assignee, with the deadline it has.
func (r *run) wake(k *Task) {
	k.State, k.Reason, k.OpenedAt = TaskOpen, "", r.at
	r.tell(Entry{Type: EntryTaskOpened, Node: k.Node, Activation: k.Activation, Task: k.ID, Person: k.Assignee})
	r.notice(Notice{To: k.Assignee, Kind: NoticeTask, Node: k.Node, Task: k.ID})
}

var (
	errOnePerson = fault.New(fault.Invalid, "one_person_wanted", text.T(
		"请只选择一个人。", "Please choose one person only."))
	errToOneself = fault.New(fault.Invalid, "to_oneself", text.T(
		"不能选择自己，请选择别人。", "You cannot choose yourself; choose somebody else."))
	errSignsAlready = fault.New(fault.Refused, "signs_already", text.T(
		"所选的人已经参与这一步，请选择别人。", "Somebody chosen already has a part in this step; choose somebody else."))
	errOwnRequest = fault.New(fault.Refused, "own_request", text.T(
		"所选的人是提交人，不能审批自己提交的内容，请选择别人。", "Somebody chosen submitted this and cannot approve it; choose somebody else."))
	errSwitchedOff = fault.New(fault.Invalid, "person_switched_off", text.T(
		"所选的人已停用，请选择别人。", "Somebody chosen is switched off; choose somebody else."))
)
