package api

import (
	"context"

	"flowline/engine"
)

func (a *API) readRecordFlows(ctx context.Context, in *OfRecord) (*body[engine.RecordFlows], error) {
	return reply(a.engine.RecordFlows(ctx, who(ctx), in.Type, in.ID))
}
