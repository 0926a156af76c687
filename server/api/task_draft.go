package api

import (
	"context"

	"flowline/engine"
)

type keepTaskInput struct {
	ByID
	Body struct {
		Set      map[string]any `json:"set" doc:"Field values filled in so far, by key"`
		Comment  string         `json:"comment,omitempty" maxLength:"4000"`
		Files    []string       `json:"files,omitempty" maxItems:"10" doc:"Ids of uploaded files that go with the comment"`
		Data     int            `json:"data" minimum:"0" doc:"Version of the values that was looked at"`
		Revision int64          `json:"revision" minimum:"0" doc:"Of what is saved over; 0: nothing is kept yet"`
	}
}

func (a *API) keepTask(ctx context.Context, in *keepTaskInput) (*body[engine.TaskDraft], error) {
	return reply(a.engine.KeepTask(ctx, who(ctx), engine.TaskDraft{
		Task: in.ID, Set: in.Body.Set, Comment: in.Body.Comment, Files: in.Body.Files, Data: in.Body.Data, Revision: in.Body.Revision,
	}))
}
