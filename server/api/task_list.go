package api

import (
	"context"

	"flowline/engine"
)

type tasksInput struct {
	Paged
	State string `query:"state" enum:"open,done" default:"open"`
}

func (a *API) listTasks(ctx context.Context, in *tasksInput) (*body[engine.Page[engine.TaskInfo]], error) {
	return reply(a.engine.Tasks(ctx, who(ctx), in.State == "open", in.Offset, in.Limit))
}
