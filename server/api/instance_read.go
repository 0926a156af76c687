package api

import (
	"context"

	"flowline/engine"
)

func (a *API) readInstance(ctx context.Context, in *ByID) (*body[engine.InstanceView], error) {
	return reply(a.engine.Instance(ctx, who(ctx), in.ID))
}
