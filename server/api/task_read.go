package api

import (
	"context"

	"flowline/engine"
)

func (a *API) readTask(ctx context.Context, in *ByID) (*body[engine.TaskView], error) {
	return reply(a.engine.Task(ctx, who(ctx), in.ID))
}
