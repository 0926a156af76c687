package api

import (
	"context"

	"flowline/engine"
	"flowline/engine/machine"
)

type decisionInput struct {
	ByID
	Once
	Body struct {
		Outcome string         `json:"outcome" enum:"approved,rejected,done"`
		Comment string         `json:"comment,omitempty" maxLength:"4000"`
		Set     map[string]any `json:"set,omitempty" doc:"Field values filled in, by key"`
	}
}

func (a *API) decideTask(ctx context.Context, in *decisionInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Decide(ctx, who(ctx), engine.Verdict{
		Task: in.ID, Outcome: machine.Outcome(in.Body.Outcome), Comment: in.Body.Comment, Set: in.Body.Set, Key: in.Key,
	}))
}
