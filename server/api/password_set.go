package api

import "context"

type passwordInput struct {
	ByID
	Body struct {
		Password string `json:"password" minLength:"8" maxLength:"200"`
	}
}

// setPassword asks for the list of people first, which the same people may see: hashing costs time and memory.
func (a *API) setPassword(ctx context.Context, in *passwordInput) (*nothing, error) {
	if _, err := a.engine.People(ctx, who(ctx)); err != nil {
		return nil, err
	}
	hash, err := a.gate.Hash(ctx, in.Body.Password)
	if err != nil {
		return nil, err
	}
	return &nothing{}, a.engine.SetSecret(ctx, who(ctx), in.ID, hash)
}
