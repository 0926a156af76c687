package api

import (
	"context"

	"flowline/engine"
)

func (a *API) readVersion(ctx context.Context, in *OfVersion) (*body[engine.VersionView], error) {
	return reply(a.engine.Version(ctx, who(ctx), in.Flow, in.Number))
}
