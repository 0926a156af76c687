package api

import (
	"context"

	"flowline/engine"
)

// Submission is what is submitted, for a look ahead or in earnest.
type Submission struct {
	Flow   string              `json:"flow" maxLength:"60" doc:"Key of the flow"`
	Record string              `json:"record" maxLength:"100" doc:"Id of the record"`
	Set    map[string]any      `json:"set,omitempty" doc:"What the submitter filled in: field values by key"`
	Picks  map[string][]string `json:"picks,omitempty" doc:"People chosen for later steps, by node"`
}

type previewInput struct {
	Body Submission
}

func (a *API) previewSubmission(ctx context.Context, in *previewInput) (*body[engine.Preview], error) {
	return reply(a.engine.Preview(ctx, who(ctx), engine.Submission{Flow: in.Body.Flow, Record: in.Body.Record, Set: in.Body.Set, Picks: in.Body.Picks}))
}
