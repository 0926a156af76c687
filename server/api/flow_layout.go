package api

import (
	"context"

	"flowline/engine/flow"
)

type positions struct {
	Positions map[string]flow.Point `json:"positions" doc:"By node id: the top left corner"`
}

func (a *API) layOutFlow(ctx context.Context, in *definitionInput) (*body[positions], error) {
	at, err := a.engine.Layout(ctx, who(ctx), in.Body.Definition)
	return reply(positions{at}, err)
}
