package api

import (
	"context"

	"flowline/engine"
)

func (a *API) listIncidents(ctx context.Context, in *Paged) (*body[engine.Page[engine.IncidentInfo]], error) {
	return reply(a.engine.Incidents(ctx, who(ctx), in.Offset, in.Limit))
}
