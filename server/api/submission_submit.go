package api

import (
	"context"

	"flowline/engine"
)

type submitInput struct {
	Once
	Body struct {
		Submission
		Files []string `json:"files,omitempty" maxItems:"10" doc:"Ids of uploaded files to attach"`
		Kept  bool     `json:"kept,omitempty" doc:"A draft of it was kept, and is forgotten"`
	}
}

func (a *API) submitRecord(ctx context.Context, in *submitInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Submit(ctx, who(ctx), engine.Submission{
		Flow: in.Body.Flow, Record: in.Body.Record, Set: in.Body.Set, Picks: in.Body.Picks, Files: in.Body.Files, Kept: in.Body.Kept, Key: in.Key,
	}))
}
