package api

import (
	"context"

	"flowline/engine/org"
	"flowline/engine/text"
)

type departmentInput struct {
	ByID
	Body struct {
		Name   text.Text `json:"name"`
		Parent string    `json:"parent,omitempty" maxLength:"100"`
		Head   string    `json:"head,omitempty" maxLength:"100" doc:"Person id"`
	}
}

func (a *API) saveDepartment(ctx context.Context, in *departmentInput) (*body[org.Department], error) {
	return reply(a.engine.SaveDepartment(ctx, who(ctx), org.Department{ID: in.ID, Name: in.Body.Name, Parent: in.Body.Parent, Head: in.Body.Head}))
}
