package api

import (
	"context"

	"flowline/engine"
)

type changeRecordInput struct {
	OfRecord
	Body struct {
		Revision int64               `json:"revision" minimum:"1" doc:"The revision that was looked at"`
		Set      map[string]any      `json:"set" doc:"New field values by key; null empties a field"`
		Picks    map[string][]string `json:"picks,omitempty" doc:"Of a change that is approved first: people chosen for steps, by node"`
	}
}

func (a *API) changeRecord(ctx context.Context, in *changeRecordInput) (*body[engine.RecordSaved], error) {
	return reply(a.engine.ChangeRecord(ctx, who(ctx), in.Type, in.ID, in.Body.Revision, in.Body.Set, in.Body.Picks))
}
