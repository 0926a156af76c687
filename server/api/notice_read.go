package api

import "context"

type readNoticesInput struct {
	Body struct {
		IDs []string `json:"ids,omitempty" maxItems:"500" doc:"None: all"`
	}
}

func (a *API) readNotices(ctx context.Context, in *readNoticesInput) (*nothing, error) {
	return &nothing{}, a.engine.ReadNotices(ctx, who(ctx), in.Body.IDs)
}
