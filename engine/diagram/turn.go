package diagram

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// turn is held by whoever asks Graphviz. It is not safe for two at once, not even two instances of it: they share one
// memory, and using it in parallel ends the program or never ends.
var turn = make(chan struct{}, 1)

// takeTurn waits for the turn as long as ctx allows; the answer gives it back. unavailable.
func takeTurn(ctx context.Context) (release func(), err error) {
	busy := fault.New(fault.Unavailable, "diagram_busy", text.T("正在绘制其他流程图，请稍后再试。", "Other charts are being drawn; please try again in a moment."))
	if ctx.Err() != nil {
		return nil, busy.Because(ctx.Err())
	}
	select {
	case turn <- struct{}{}:
		return func() { <-turn }, nil
	case <-ctx.Done():
		return nil, busy.Because(ctx.Err())
	}
}
