package engine

import (
	"context"

	"flowline/engine/machine"
)

// holdUp has the children that an instance waits for stand still as long as it does, in the step that suspends or resumes
// it; one that begins meanwhile stands still at once. One that an admin suspended by itself goes on only when that is over too.
func (e *Engine) holdUp(ctx context.Context, m *move) error {
	was, is := !m.before.State.SuspendedAt.IsZero(), !m.state.SuspendedAt.IsZero()
	if m.state.Status.Ended() || was == is && (!is || len(m.also) == 0) {
		return nil
	}
	for _, c := range m.state.Children {
		if c.State != machine.ChildStarted || m.graph.Node(c.Node).Action.Subflow.Detached {
			continue
		}
		child := m.beside(c.Instance)
		if child == nil && was == is {
			continue
		}
		if child == nil {
			var err error
			if child, err = e.load(ctx, c.Instance, false); err != nil {
				return err
			}
			child.at = m.at
			m.also = append(m.also, child)
		}
		if err := e.holdUpChild(ctx, child, is); err != nil {
			return err
		}
	}
	return nil
}

func (e *Engine) holdUpChild(ctx context.Context, child *move, is bool) error {
	ev := machine.Event{Type: machine.EventLetGo, At: child.at}
	if is {
		ev.Type = machine.EventHeldUp
	}
	if held := child.state.SuspendedBy != machine.StoppedByAdmin; held == is || child.state.Status.Ended() {
		return nil
	}
	if err := child.advance(ctx, ev); err != nil {
		return err
	}
	return e.holdUp(ctx, child)
}

// beside finds the step of another instance that is saved with this one; nil when there is none.
func (m *move) beside(instance string) *move {
	for _, other := range m.also {
		if other.before.ID == instance {
			return other
		}
	}
	return nil
}
