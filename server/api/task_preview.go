package api

import (
	"context"

	"flowline/engine"
	"flowline/engine/machine"
)

type previewDecisionInput struct {
	ByID
	Body struct {
		Outcome string         `json:"outcome" enum:"approved,rejected,done,abstained"`
		Set     map[string]any `json:"set,omitempty" doc:"Field values filled in, by key"`
	}
}

// decisionPreview says what a decision is asked for beside the form.
type decisionPreview struct {
	Picks []engine.PickAsked `json:"picks" doc:"The steps whose people whoever decides picks"`
}

func (a *API) previewDecision(ctx context.Context, in *previewDecisionInput) (*body[decisionPreview], error) {
	picks, err := a.engine.PreviewDecision(ctx, who(ctx), engine.Verdict{Task: in.ID, Outcome: machine.Outcome(in.Body.Outcome), Set: in.Body.Set})
	return reply(decisionPreview{picks}, err)
}
