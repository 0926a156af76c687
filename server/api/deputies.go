package api

import (
	"context"
	"time"

	"flowline/engine"
)

type deputiesInput struct {
	All bool `query:"all" doc:"Everybody's, for admins"`
}

func (a *API) listDeputies(ctx context.Context, in *deputiesInput) (*body[[]engine.DeputyView], error) {
	return reply(a.engine.Deputies(ctx, who(ctx), in.All))
}

type deputyInput struct {
	Body struct {
		Principal   string    `json:"principal,omitempty" maxLength:"100" doc:"Whose deputy; absent: mine"`
		Agent       string    `json:"agent" maxLength:"100"`
		From        time.Time `json:"from"`
		Until       time.Time `json:"until" doc:"The first moment at which it does not hold any more"`
		Flows       []string  `json:"flows,omitempty" maxItems:"200" doc:"Keys of flows; absent: all"`
		MaxAmount   string    `json:"maxAmount,omitempty" maxLength:"40"`
		IncludeOpen bool      `json:"includeOpen,omitempty" doc:"Also what was asked before"`
		Note        string    `json:"note,omitempty" maxLength:"1000"`
	}
}

func (a *API) addDeputy(ctx context.Context, in *deputyInput) (*body[engine.DeputyView], error) {
	b := in.Body
	return reply(a.engine.AddDeputy(ctx, who(ctx), engine.NewDeputy{
		Principal: b.Principal, Agent: b.Agent, From: b.From, Until: b.Until, Flows: b.Flows,
		MaxAmount: b.MaxAmount, IncludeOpen: b.IncludeOpen, Note: b.Note,
	}))
}

func (a *API) endDeputy(ctx context.Context, in *ByID) (*body[engine.DeputyView], error) {
	return reply(a.engine.EndDeputy(ctx, who(ctx), in.ID))
}
