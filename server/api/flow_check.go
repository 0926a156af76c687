package api

import (
	"context"

	"flowline/engine/check"
)

type definitionInput struct {
	Body struct {
		Definition document `json:"definition"`
	}
}

type problems struct {
	Problems []check.Problem `json:"problems"`
}

func (a *API) checkFlow(ctx context.Context, in *definitionInput) (*body[problems], error) {
	found, err := a.engine.Check(ctx, who(ctx), in.Body.Definition)
	return reply(problems{found}, err)
}
