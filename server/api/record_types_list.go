package api

import (
	"context"

	"flowline/engine/record"
)

func (a *API) listRecordTypes(ctx context.Context, _ *nothing) (*body[[]record.Type], error) {
	return reply(a.engine.RecordTypes(ctx, who(ctx)))
}
