package api

import (
	"context"

	"flowline/engine"
)

type tasksInput struct {
	Paged
	Found
	State      string          `query:"state" enum:"open,done" default:"open"`
	Flow       string          `query:"flow" maxLength:"60"`
	RecordType string          `query:"recordType" maxLength:"40"`
	Submitter  string          `query:"submitter" maxLength:"100" doc:"Id of a person"`
	Sort       engine.TaskSort `query:"sort" enum:"newest,oldest,due,number" doc:"Else oldest first when open, latest decided first when done"`
}

func (in *tasksInput) asked() engine.TasksAsked {
	return engine.TasksAsked{
		Done: in.State == "done", Flow: in.Flow, RecordType: in.RecordType, Submitter: in.Submitter,
		Finding: in.finding(), Sort: in.Sort, Offset: in.Offset, Limit: in.Limit,
	}
}

func (a *API) listTasks(ctx context.Context, in *tasksInput) (*body[engine.Page[engine.TaskInfo]], error) {
	return reply(a.engine.Tasks(ctx, who(ctx), in.asked()))
}
