package api

import (
	"context"

	"flowline/engine"
)

func (a *API) listNotices(ctx context.Context, _ *nothing) (*body[engine.NoticeList], error) {
	return reply(a.engine.Notices(ctx, who(ctx)))
}
