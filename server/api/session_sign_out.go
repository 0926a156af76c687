package api

import "context"

type signOutOutput struct {
	SetCookie string `header:"Set-Cookie"`
}

func (a *API) signOut(ctx context.Context, _ *nothing) (*signOutOutput, error) {
	cookie, err := a.gate.SignOut(ctx)
	return &signOutOutput{cookie}, err
}
