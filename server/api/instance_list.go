package api

import (
	"context"

	"flowline/engine"
	"flowline/engine/machine"
)

type instancesInput struct {
	Paged
	Scope      engine.Scope     `query:"scope" enum:"mine,involved,all" default:"mine"`
	Status     []machine.Status `query:"status,explode" maxItems:"5"`
	Flow       string           `query:"flow" maxLength:"60"`
	RecordType string           `query:"recordType" maxLength:"40"`
	Record     string           `query:"record" maxLength:"100"`
	Incident   bool             `query:"incident" doc:"Only those that need help"`
}

func (a *API) listInstances(ctx context.Context, in *instancesInput) (*body[engine.Page[engine.InstanceInfo]], error) {
	return reply(a.engine.Instances(ctx, who(ctx), engine.InstancesAsked{
		Scope: in.Scope, Status: in.Status, Flow: in.Flow, RecordType: in.RecordType, Record: in.Record,
		Incident: in.Incident, Offset: in.Offset, Limit: in.Limit,
	}))
}
