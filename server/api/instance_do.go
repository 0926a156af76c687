package api

import (
	"context"

	"flowline/engine"
)

func (a *API) doWithInstance(ctx context.Context, in *deedInput) (*body[engine.InstanceInfo], error) {
	d := in.deed()
	d.Instance = in.ID
	return reply(a.engine.DoWithInstance(ctx, who(ctx), d))
}
