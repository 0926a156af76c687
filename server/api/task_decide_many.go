package api

import (
	"context"

	"flowline/engine"
	"flowline/engine/machine"
)

type decisionsInput struct {
	Once
	Body struct {
		Tasks   []engine.BatchItem `json:"tasks" minItems:"1" maxItems:"100"`
		Outcome string             `json:"outcome" enum:"approved,rejected,done,abstained"`
		Comment string             `json:"comment,omitempty" maxLength:"4000" doc:"With each of them"`
	}
}

type decisions struct {
	Items []engine.BatchResult `json:"items"`
}

func (a *API) decideTasks(ctx context.Context, in *decisionsInput) (*body[decisions], error) {
	items, err := a.engine.DecideMany(ctx, who(ctx), engine.Batch{
		Tasks: in.Body.Tasks, Outcome: machine.Outcome(in.Body.Outcome), Comment: in.Body.Comment, Key: in.Key,
	})
	return reply(decisions{Items: items}, err)
}
