package api

import (
	"context"

	"flowline/engine"
)

type currentInput struct {
	OfFlow
	Body struct {
		Version int `json:"version" minimum:"1"`
	}
}

func (a *API) makeCurrent(ctx context.Context, in *currentInput) (*body[engine.VersionView], error) {
	if err := a.engine.MakeCurrent(ctx, who(ctx), in.Flow, in.Body.Version); err != nil {
		return nil, err
	}
	return reply(a.engine.Version(ctx, who(ctx), in.Flow, in.Body.Version))
}
