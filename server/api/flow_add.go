package api

import (
	"context"

	"flowline/engine"
)

type addFlowInput struct {
	Body engine.NewFlow
}

func (a *API) addFlow(ctx context.Context, in *addFlowInput) (*body[engine.DraftView], error) {
	return reply(a.engine.NewFlow(ctx, who(ctx), in.Body))
}
