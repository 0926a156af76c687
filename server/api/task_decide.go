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
		Outcome string              `json:"outcome" enum:"approved,rejected,done,abstained,advised"`
		Comment string              `json:"comment,omitempty" maxLength:"4000"`
		Files   []string            `json:"files,omitempty" maxItems:"10" doc:"Ids of uploaded files to attach"`
		Set     map[string]any      `json:"set,omitempty" doc:"Field values filled in, by key"`
		Seen    int                 `json:"seen,omitempty" minimum:"0" doc:"Version of the values that were looked at; deciding on another is refused"`
		Direct  bool                `json:"direct,omitempty" doc:"Straight back to who returned it, where way says that this may be chosen"`
		Picks   map[string][]string `json:"picks,omitempty" doc:"People chosen for later steps, by node"`
	}
}

func (a *API) decideTask(ctx context.Context, in *decisionInput) (*body[engine.InstanceInfo], error) {
	return reply(a.engine.Decide(ctx, who(ctx), engine.Verdict{
		Task: in.ID, Outcome: machine.Outcome(in.Body.Outcome), Comment: in.Body.Comment, Set: in.Body.Set, Seen: in.Body.Seen, Direct: in.Body.Direct, Picks: in.Body.Picks, Files: in.Body.Files, Key: in.Key,
	}))
}
