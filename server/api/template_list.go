package api

import (
	"context"

	"flowline/engine"
)

func (a *API) listTemplates(ctx context.Context, _ *nothing) (*body[[]engine.Template], error) {
	return reply(a.engine.Templates(ctx, who(ctx)))
}
