package api

import (
	"context"

	"flowline/engine"
)

func (a *API) readRecord(ctx context.Context, in *OfRecord) (*body[engine.RecordView], error) {
	return reply(a.engine.Record(ctx, who(ctx), in.Type, in.ID))
}
