package api

import "context"

type drawDraftInput struct {
	OfFlow
	Drawn
}

func (a *API) drawDraft(ctx context.Context, in *drawDraftInput) (*drawing, error) {
	return draw(a.engine.DraftDiagram(ctx, who(ctx), in.Flow, in.drawing(a.language(ctx))))
}
