package api

import (
	"context"

	"flowline/engine"
)

func (a *API) listLostMails(ctx context.Context, in *Paged) (*body[engine.Page[engine.LostMailInfo]], error) {
	return reply(a.engine.LostMails(ctx, who(ctx), in.Offset, in.Limit))
}

type sendMailsInput struct {
	Body struct {
		IDs []string `json:"ids,omitempty" maxItems:"500" doc:"None: all"`
	}
}

func (a *API) sendMails(ctx context.Context, in *sendMailsInput) (*nothing, error) {
	return &nothing{}, a.engine.SendMails(ctx, who(ctx), in.Body.IDs)
}
