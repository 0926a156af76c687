package api

import (
	"context"

	"flowline/engine"
)

type leavingInput struct {
	ByID
	Successor string `query:"successor" maxLength:"100" doc:"Who takes over; absent: the direct manager"`
}

func (a *API) previewHandOver(ctx context.Context, in *leavingInput) (*body[engine.Leaving], error) {
	return reply(a.engine.PreviewHandOver(ctx, who(ctx), engine.HandOver{Person: in.ID, Successor: in.Successor}))
}

type handOverInput struct {
	ByID
	Body struct {
		Successor string `json:"successor,omitempty" maxLength:"100" doc:"Who takes over; absent: the direct manager"`
		Reason    string `json:"reason" maxLength:"8000" doc:"Why; it stands in the history of what is handed over"`
		After     string `json:"after,omitempty" maxLength:"100" doc:"What the last call answered as next"`
	}
}

func (a *API) handOver(ctx context.Context, in *handOverInput) (*body[engine.HandedOver], error) {
	b := in.Body
	return reply(a.engine.HandOver(ctx, who(ctx), engine.HandOver{Person: in.ID, Successor: b.Successor, Reason: b.Reason, After: b.After}))
}
