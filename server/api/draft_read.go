package api

import (
	"context"

	"flowline/engine"
)

func (a *API) readDraft(ctx context.Context, in *OfFlow) (*body[engine.DraftView], error) {
	return reply(a.engine.Draft(ctx, who(ctx), in.Flow))
}
