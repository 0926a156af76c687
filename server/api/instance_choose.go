package api

import (
	"context"

	"flowline/engine"
)

type chooseInput struct {
	ByID
	Once
	Body struct {
		Take []string `json:"take" maxItems:"500" nullable:"false" doc:"Fields that are to have the approved value; the others keep the record's"`
	}
}

func (a *API) chooseValues(ctx context.Context, in *chooseInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Choose(ctx, who(ctx), engine.Choice{Instance: in.ID, Take: in.Body.Take, Key: in.Key}))
}
