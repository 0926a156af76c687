package api

import (
	"context"

	"flowline/engine"
)

type terminateInput struct {
	ByID
	Once
	Body struct {
		Reason string `json:"reason" minLength:"1" maxLength:"2000"`
	}
}

func (a *API) terminateInstance(ctx context.Context, in *terminateInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Terminate(ctx, who(ctx), in.ID, in.Body.Reason, in.Key))
}
