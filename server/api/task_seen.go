package api

import "context"

func (a *API) seenTask(ctx context.Context, in *ByID) (*nothing, error) {
	return &nothing{}, a.engine.SeenTask(ctx, who(ctx), in.ID)
}
