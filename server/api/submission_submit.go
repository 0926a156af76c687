package api

import (
	"context"

	"flowline/engine"
)

type submitInput struct {
	Once
	Body submission
}

func (a *API) submitRecord(ctx context.Context, in *submitInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Submit(ctx, who(ctx), engine.Submission{Flow: in.Body.Flow, Record: in.Body.Record, Set: in.Body.Set, Picks: in.Body.Picks, Key: in.Key}))
}
