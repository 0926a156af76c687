package api

import (
	"context"

	"flowline/engine"
)

func (a *API) readUnread(ctx context.Context, _ *nothing) (*body[engine.Unread], error) {
	return reply(a.engine.Unread(ctx, who(ctx)))
}
