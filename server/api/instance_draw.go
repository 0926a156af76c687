package api

import "context"

type drawInstanceInput struct {
	ByID
	Drawn
}

func (a *API) drawInstance(ctx context.Context, in *drawInstanceInput) (*drawing, error) {
	return draw(a.engine.InstanceDiagram(ctx, who(ctx), in.ID, in.drawing(a.language(ctx))))
}
