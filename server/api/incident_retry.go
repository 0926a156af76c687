package api

import (
	"context"

	"flowline/engine"
)

type retryInput struct {
	OfIncident
	Once
	Body struct {
		Reason string `json:"reason" minLength:"1" maxLength:"2000" doc:"What was done about it"`
	}
}

func (a *API) retryIncident(ctx context.Context, in *retryInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Retry(ctx, who(ctx), engine.Repair{Instance: in.ID, Incident: in.Incident, Reason: in.Body.Reason, Key: in.Key}))
}
