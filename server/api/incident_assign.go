package api

import (
	"context"

	"flowline/engine"
)

type assignInput struct {
	OfIncident
	Once
	Body struct {
		People []string `json:"people" minItems:"1" maxItems:"50" doc:"Ids of the people who do it instead"`
		Reason string   `json:"reason" minLength:"1" maxLength:"2000" doc:"Why they do"`
	}
}

func (a *API) assignIncident(ctx context.Context, in *assignInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Assign(ctx, who(ctx), engine.Repair{Instance: in.ID, Incident: in.Incident, People: in.Body.People, Reason: in.Body.Reason, Key: in.Key}))
}
