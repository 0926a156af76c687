package api

import (
	"context"

	"flowline/engine/rule"
)

type ruleInput struct {
	Body struct {
		Record string `json:"record" maxLength:"40" doc:"Key of the record type"`
		Rule   string `json:"rule" maxLength:"4000"`
		Old    bool   `json:"old,omitempty" doc:"Whether the rule may look at the values before a change"`
	}
}

type issues struct {
	Issues []rule.Issue `json:"issues"`
}

func (a *API) checkRule(ctx context.Context, in *ruleInput) (*body[issues], error) {
	found, err := a.engine.CheckRule(ctx, who(ctx), in.Body.Record, in.Body.Rule, in.Body.Old)
	return reply(issues{found}, err)
}
