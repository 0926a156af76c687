package api

import (
	"context"

	"flowline/engine"
)

type previewChangeInput struct {
	OfRecord
	Body struct {
		Set   map[string]any      `json:"set" doc:"New field values by key; null empties a field"`
		Picks map[string][]string `json:"picks,omitempty" doc:"People chosen for steps, by node"`
	}
}

func (a *API) previewChange(ctx context.Context, in *previewChangeInput) (*body[engine.ChangePreview], error) {
	return reply(a.engine.PreviewChange(ctx, who(ctx), in.Type, in.ID, in.Body.Set, in.Body.Picks))
}
