package api

import (
	"context"

	"flowline/engine"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

type deedInput struct {
	ByID
	Once
	Body struct {
		Do         string   `json:"do" maxLength:"40" doc:"What is done; what can be done now is listed in can"`
		People     []string `json:"people,omitempty" maxItems:"50"`
		Node       string   `json:"node,omitempty" maxLength:"40" doc:"return, jump: where to"`
		Activation string   `json:"activation,omitempty" maxLength:"40" doc:"jump: what is moved"`
		Direct     bool     `json:"direct,omitempty" doc:"return: it comes straight back"`
		Place      string   `json:"place,omitempty" enum:"before,after,beside" doc:"add_signers: where they stand"`
		Mode       string   `json:"mode,omitempty" enum:"any,all,order" doc:"add_signers: how many of them must agree"`
		Comment    string   `json:"comment,omitempty" maxLength:"4000"`
		Files      []string `json:"files,omitempty" maxItems:"10" doc:"Ids of uploaded files to attach"`
		Seen       int      `json:"seen,omitempty" minimum:"0" doc:"add_signers after, which is agreeing: the task's data as it was looked at; refused if it has changed since"`
	}
}

func (in *deedInput) deed() engine.Deed {
	b := in.Body
	return engine.Deed{
		Do: engine.Doing(b.Do), People: b.People, Node: b.Node, Activation: b.Activation, Direct: b.Direct,
		Place: machine.Place(b.Place), Mode: flow.QuorumMode(b.Mode), Comment: b.Comment, Files: b.Files, Seen: b.Seen,
		Key: in.Key,
	}
}

func (a *API) doWithTask(ctx context.Context, in *deedInput) (*body[engine.InstanceInfo], error) {
	d := in.deed()
	d.Task = in.ID
	return reply(a.engine.DoWithTask(ctx, who(ctx), d))
}
