package api

import (
	"context"

	"flowline/engine"
)

type sayInput struct {
	ByID
	Once
	Body struct {
		Words    string   `json:"words" maxLength:"4000" doc:"May be empty if files are attached"`
		Task     string   `json:"task,omitempty" maxLength:"100" doc:"The task that it is about"`
		Mentions []string `json:"mentions,omitempty" maxItems:"20" doc:"Ids of people who are told; each may see the instance"`
		Files    []string `json:"files,omitempty" maxItems:"10" doc:"Ids of uploaded files to attach"`
	}
}

func (a *API) readThread(ctx context.Context, in *ByID) (*body[engine.ThreadView], error) {
	return reply(a.engine.Thread(ctx, who(ctx), in.ID))
}

func (a *API) say(ctx context.Context, in *sayInput) (*body[engine.ThreadView], error) {
	return reply(a.engine.Say(ctx, who(ctx), engine.Saying{
		Instance: in.ID, Task: in.Body.Task, Words: in.Body.Words, Mentions: in.Body.Mentions, Files: in.Body.Files, Key: in.Key,
	}))
}
