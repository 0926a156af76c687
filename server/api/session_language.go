package api

import (
	"context"

	"flowline/engine/text"
	"flowline/server/auth"
)

type languageInput struct {
	Body struct {
		Language text.Lang `json:"language"`
	}
}

func (a *API) setLanguage(ctx context.Context, in *languageInput) (*body[session], error) {
	if err := a.engine.SetLanguage(ctx, who(ctx), string(in.Body.Language)); err != nil {
		return nil, err
	}
	return reply(a.session(ctx, auth.From(ctx)))
}
