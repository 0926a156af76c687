package api

import (
	"context"

	"flowline/engine"
)

func (a *API) listStarts(ctx context.Context, _ *nothing) (*body[[]engine.StartDraftInfo], error) {
	return reply(a.engine.StartDrafts(ctx, who(ctx)))
}

func (a *API) readStart(ctx context.Context, in *StartID) (*body[engine.StartDraftView], error) {
	return reply(a.engine.StartDraft(ctx, who(ctx), in.ID))
}

func (a *API) dropStart(ctx context.Context, in *StartID) (*nothing, error) {
	return &nothing{}, a.engine.DropStart(ctx, who(ctx), in.ID)
}

// StartID names in the address what is kept.
type StartID struct {
	ID string `path:"id" maxLength:"128" doc:"Of a request <record>.<flow>, else as whoever keeps it calls it"`
}

type keepStartInput struct {
	StartID
	Body struct {
		Type     string              `json:"type" maxLength:"40" doc:"Key of the record type"`
		Record   string              `json:"record,omitempty" maxLength:"100" doc:"Absent: it is to be added"`
		Flow     string              `json:"flow,omitempty" maxLength:"100" doc:"Absent: it is only to be added"`
		Version  int                 `json:"version,omitempty" minimum:"0" doc:"Of the flow, as it was looked at"`
		Base     int64               `json:"base,omitempty" minimum:"0" doc:"Revision of the record, as it was looked at"`
		Set      map[string]any      `json:"set" doc:"Field values filled in so far, by key"`
		Picks    map[string][]string `json:"picks,omitempty" doc:"People chosen so far, by node"`
		Files    []string            `json:"files,omitempty" maxItems:"10" doc:"Ids of uploaded files that go with submitting"`
		Revision int64               `json:"revision" minimum:"0" doc:"Of what is saved over; 0: nothing is kept yet"`
	}
}

func (a *API) keepStart(ctx context.Context, in *keepStartInput) (*body[engine.StartDraftInfo], error) {
	b := in.Body
	return reply(a.engine.KeepStart(ctx, who(ctx), engine.StartDraft{
		ID: in.ID, Type: b.Type, Record: b.Record, Flow: b.Flow, Version: b.Version, Base: b.Base, Set: b.Set, Picks: b.Picks,
		Files: b.Files, Revision: b.Revision,
	}))
}
