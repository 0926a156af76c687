package api

import (
	"context"

	"flowline/engine/org"
)

func (a *API) listPeople(ctx context.Context, _ *nothing) (*body[[]org.Person], error) {
	return reply(a.engine.People(ctx, who(ctx)))
}
