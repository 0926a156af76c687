package api

import "context"

type copiesReadInput struct {
	Body struct {
		Instances []string `json:"instances,omitempty" maxItems:"200" doc:"Without them, all"`
	}
}

func (a *API) readCopies(ctx context.Context, in *copiesReadInput) (*nothing, error) {
	return &nothing{}, a.engine.ReadCopies(ctx, who(ctx), in.Body.Instances)
}
