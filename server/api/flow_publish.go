package api

import (
	"context"

	"flowline/engine"
)

type publishInput struct {
	OfFlow
	Body struct {
		Revision int64  `json:"revision" minimum:"1" doc:"The revision of the draft to publish"`
		Note     string `json:"note" maxLength:"1000" doc:"What is new in this version"`
	}
}

func (a *API) publishFlow(ctx context.Context, in *publishInput) (*body[engine.VersionView], error) {
	return reply(a.engine.Publish(ctx, who(ctx), in.Flow, in.Body.Revision, in.Body.Note))
}
