package api

import (
	"context"

	"flowline/engine"
	"flowline/engine/machine"
)

type instancesInput struct {
	Paged
	Found
	Scope      engine.Scope     `query:"scope" enum:"mine,involved,copied,all" default:"mine"`
	Status     []machine.Status `query:"status,explode" maxItems:"20"`
	Flow       string           `query:"flow" maxLength:"60"`
	RecordType string           `query:"recordType" maxLength:"40"`
	Record     string           `query:"record" maxLength:"100"`
	Submitter  string           `query:"submitter" maxLength:"100" doc:"Id of a person"`
	Incident   bool             `query:"incident" doc:"Only those that need help"`
}

func (in *instancesInput) asked() engine.InstancesAsked {
	return engine.InstancesAsked{
		Scope: in.Scope, Status: in.Status, Flow: in.Flow, RecordType: in.RecordType, Record: in.Record,
		Submitter: in.Submitter, Finding: in.finding(), Incident: in.Incident, Offset: in.Offset, Limit: in.Limit,
	}
}

func (a *API) listInstances(ctx context.Context, in *instancesInput) (*body[engine.Page[engine.InstanceInfo]], error) {
	return reply(a.engine.Instances(ctx, who(ctx), in.asked()))
}
