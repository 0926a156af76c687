package api

import (
	"flowline/engine"
	"flowline/engine/text"
)

// The parts of inputs that several routes share. Huma reads only those that are exported.

// ByID is an input that names a thing.
type ByID struct {
	ID string `path:"id" maxLength:"100"`
}

// OfFlow is an input about one flow.
type OfFlow struct {
	Flow string `path:"key" maxLength:"60" doc:"Key of the flow"`
}

// OfVersion is an input about one version of a flow.
type OfVersion struct {
	Flow   string `path:"key" maxLength:"60" doc:"Key of the flow"`
	Number int    `path:"number" minimum:"1"`
}

// OfRecord is an input about one record.
type OfRecord struct {
	Type string `path:"type" maxLength:"40" doc:"Key of the record type"`
	ID   string `path:"id" maxLength:"100"`
}

// OfIncident is an input about one incident of an instance.
type OfIncident struct {
	ID       string `path:"id" maxLength:"100" doc:"Id of the instance"`
	Incident string `path:"incident" maxLength:"40"`
}

// Paged is an input that asks for one page of a list.
type Paged struct {
	Offset int `query:"offset" minimum:"0" maximum:"1000000"`
	Limit  int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// Found is an input that narrows a list by what its lines show.
type Found struct {
	Search string `query:"search" maxLength:"200" doc:"In number, title and submitter's name"`
	From   string `query:"from" maxLength:"10" doc:"A day, such as 2026-01-31"`
	To     string `query:"to" maxLength:"10" doc:"A day, which is in it"`
	Late   bool   `query:"late" doc:"Only what is late"`
}

func (in Found) finding() engine.Finding {
	return engine.Finding{Search: in.Search, From: in.From, To: in.To, Late: in.Late}
}

// Once lets a request be sent again after a lost connection without being carried out twice.
type Once struct {
	Key string `header:"Idempotency-Key" maxLength:"100" doc:"A name for this request: sent again under the same name, it is not carried out again"`
}

// Drawn is an input that says how a diagram is to look.
type Drawn struct {
	Lang  text.Lang `query:"lang" doc:"Language of the labels; else the caller's"`
	Lanes bool      `query:"lanes" doc:"Draw lanes instead of roles beside the steps"`
}

// drawing completes what was asked with the caller's language.
func (in Drawn) drawing(caller text.Lang) engine.Drawing {
	if in.Lang == "" {
		in.Lang = caller
	}
	return engine.Drawing{Lang: in.Lang, Lanes: in.Lanes}
}
