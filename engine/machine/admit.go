package machine

import "flowline/engine/flow"

// admit refuses what cannot be an event of this instance at all.
func admit(g *flow.Graph, s State, ev Event, answers bool) error {
	started := s.Status != ""
	switch {
	case ev.At.IsZero():
		return errNoTime
	case started && (s.Flow != g.Key() || s.Version != g.Version()):
		return wrongGraph(s, g)
	case answers && s.Unsettled == nil:
		return errNotAsked
	case answers:
		return nil
	case s.Unsettled != nil:
		return errUnanswered
	case started && ev.Type == EventSubmitted:
		return errStarted
	case !s.SuspendedAt.IsZero() && !whileSuspended[ev.Type]:
		return errSuspended
	case !started && ev.Type != EventSubmitted:
		return errNotStarted
	}
	return fitComment(ev.Comment)
}

// whileSuspended are the events that a suspended instance takes.
var whileSuspended = map[EventType]bool{
	EventResumed: true, EventTerminated: true, EventInactive: true, EventHandedOver: true,
	EventChildStarted: true, EventChildFailed: true, EventChildEnded: true, EventCalledOff: true,
	EventHeldUp: true, EventLetGo: true, EventShared: true,
}
