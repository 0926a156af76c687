package api

import (
	"context"

	"flowline/engine"
)

func (a *API) listDataVersions(ctx context.Context, in *ByID) (*body[[]engine.DataVersion], error) {
	return reply(a.engine.DataVersions(ctx, who(ctx), in.ID))
}
