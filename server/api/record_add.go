package api

import (
	"context"

	"flowline/engine"
)

type addRecordInput struct {
	Once
	Type string `path:"type" maxLength:"40" doc:"Key of the record type"`
	Body struct {
		Set   map[string]any `json:"set" doc:"Field values by key"`
		Draft string         `json:"draft,omitempty" maxLength:"128" doc:"What was kept of it before, and is forgotten now"`
	}
}

func (a *API) addRecord(ctx context.Context, in *addRecordInput) (*body[engine.RecordSaved], error) {
	return reply(a.engine.AddRecord(ctx, who(ctx), in.Type, in.Body.Set, in.Key, in.Body.Draft))
}
