package api

import (
	"context"

	"flowline/engine"
)

type retryInput struct {
	OfIncident
	Once
}

func (a *API) retryIncident(ctx context.Context, in *retryInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Retry(ctx, who(ctx), engine.Repair{Instance: in.ID, Incident: in.Incident, Key: in.Key}))
}
