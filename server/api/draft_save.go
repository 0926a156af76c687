package api

import (
	"context"

	"flowline/engine"
)

type saveDraftInput struct {
	OfFlow
	Body struct {
		Revision   int64    `json:"revision" minimum:"1" doc:"The revision that was drawn on"`
		Definition document `json:"definition"`
	}
}

func (a *API) saveDraft(ctx context.Context, in *saveDraftInput) (*body[engine.DraftView], error) {
	return reply(a.engine.SaveDraft(ctx, who(ctx), in.Flow, in.Body.Revision, in.Body.Definition))
}
