package machine

import (
	"slices"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// A deputy decides a task that is another's: Event.By is the deputy, Event.OnBehalfOf whose task it is. That the one may
// stand in for the other just now is the caller's to know; that it does not make somebody judge the own request, or sign
// twice where two are wanted, is known here.

// DeputyFor tells why somebody may not decide a task for its assignee, if that is so: refused.
func (s State) DeputyFor(k Task, deputy string) error {
	switch {
	case s.Own(deputy):
		return errDeputySubmitted
	case s.Signs(deputy, k.Activation):
		return errDeputySigns
	}
	return nil
}

// SignedFor reports whether a person has given another's signature in an activation, and so gives none of their own there.
func (s State) SignedFor(person, activation string) bool {
	return slices.ContainsFunc(s.Tasks, func(x *Task) bool {
		return x.Activation == activation && x.OnBehalfOf != "" && x.DecidedBy == person && x.signed() && !s.takenBack(x)
	})
}

var (
	errDeputySubmitted = fault.New(fault.Refused, "deputy_submitted", text.T(
		"这是您自己提交的，不能代别人审批，请等本人处理。",
		"You submitted this yourself and cannot decide it for somebody else; it waits for them."))
	errDeputySigns = fault.New(fault.Refused, "deputy_signs", text.T(
		"这一步由您签字或已由您代签，不能再代别人签，请等本人处理。",
		"You sign this step already, for yourself or for another, and cannot sign it once more; it waits for them."))
)
