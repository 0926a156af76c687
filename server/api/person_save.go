package api

import (
	"context"

	"flowline/engine/org"
	"flowline/engine/text"
)

type personInput struct {
	ByID
	Body struct {
		SignIn     string    `json:"signIn" minLength:"1" maxLength:"100"`
		Name       text.Text `json:"name"`
		Email      string    `json:"email,omitempty" maxLength:"200"`
		Role       org.Role  `json:"role"`
		Department string    `json:"department,omitempty" maxLength:"100"`
		Posts      []string  `json:"posts,omitempty" maxItems:"50"`
		Manager    string    `json:"manager,omitempty" maxLength:"100"`
		Active     bool      `json:"active"`
	}
}

func (a *API) savePerson(ctx context.Context, in *personInput) (*body[org.Person], error) {
	b := in.Body
	return reply(a.engine.SavePerson(ctx, who(ctx), org.Person{
		ID: in.ID, SignIn: b.SignIn, Name: b.Name, Email: b.Email, Role: b.Role,
		Department: b.Department, Posts: b.Posts, Manager: b.Manager, Active: b.Active,
	}))
}
