package api

import (
	"context"
)

type signInInput struct {
	Body struct {
		SignIn   string `json:"signIn" minLength:"1" maxLength:"100"`
		Password string `json:"password" minLength:"1" maxLength:"200"`
	}
}

type sessionOutput struct {
	SetCookie string `header:"Set-Cookie"`
	Body      session
}

func (a *API) signIn(ctx context.Context, in *signInInput) (*sessionOutput, error) {
	caller, cookie, err := a.gate.SignIn(ctx, in.Body.SignIn, in.Body.Password)
	if err != nil {
		return nil, err
	}
	s, err := a.session(ctx, caller)
	return &sessionOutput{cookie, s}, err
}
