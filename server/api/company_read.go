package api

import (
	"context"

	"flowline/engine"
)

func (a *API) readCompany(ctx context.Context, _ *nothing) (*body[engine.CompanyView], error) {
	return reply(a.engine.Company(ctx, who(ctx)))
}
