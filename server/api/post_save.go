package api

import (
	"context"

	"flowline/engine/org"
	"flowline/engine/text"
)

type postInput struct {
	Post string `path:"key" maxLength:"60"`
	Body struct {
		Name  text.Text `json:"name"`
		Limit string    `json:"limit,omitempty" maxLength:"40" doc:"The highest amount that its holders may approve; absent: none is set"`
	}
}

func (a *API) savePost(ctx context.Context, in *postInput) (*body[org.Post], error) {
	return reply(a.engine.SavePost(ctx, who(ctx), org.Post{Key: in.Post, Name: in.Body.Name, Limit: in.Body.Limit}))
}
