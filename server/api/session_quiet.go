package api

import (
	"context"

	"flowline/engine"
)

type quietInput struct {
	Body engine.Quiet
}

func (a *API) setQuiet(ctx context.Context, in *quietInput) (*body[engine.QuietView], error) {
	if err := a.engine.SetQuiet(ctx, who(ctx), in.Body); err != nil {
		return nil, err
	}
	return reply(a.engine.Quiet(ctx, who(ctx)))
}

func (a *API) readQuiet(ctx context.Context, _ *nothing) (*body[engine.QuietView], error) {
	return reply(a.engine.Quiet(ctx, who(ctx)))
}
