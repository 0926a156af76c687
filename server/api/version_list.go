package api

import (
	"context"

	"flowline/engine"
)

func (a *API) listVersions(ctx context.Context, in *OfFlow) (*body[[]engine.VersionView], error) {
	return reply(a.engine.Versions(ctx, who(ctx), in.Flow))
}
