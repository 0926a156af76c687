package api

import (
	"context"

	"flowline/engine"
)

func (a *API) listFlows(ctx context.Context, _ *nothing) (*body[[]engine.FlowInfo], error) {
	return reply(a.engine.Flows(ctx, who(ctx)))
}
