package api

import "context"

type drawVersionInput struct {
	OfVersion
	Drawn
}

func (a *API) drawVersion(ctx context.Context, in *drawVersionInput) (*drawing, error) {
	return draw(a.engine.VersionDiagram(ctx, who(ctx), in.Flow, in.Number, in.drawing(a.language(ctx))))
}
