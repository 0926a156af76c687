package api

import (
	"context"

	"flowline/engine"
)

type peopleFileInput struct {
	Body struct {
		File     []byte `json:"file" maxLength:"4000000" doc:"The CSV file, in base64"`
		Revision int64  `json:"revision,omitempty" doc:"To import: the revision that the preview answered"`
	}
}

func (a *API) previewPeople(ctx context.Context, in *peopleFileInput) (*body[engine.PeoplePreview], error) {
	return reply(a.engine.PreviewPeople(ctx, who(ctx), in.Body.File))
}

func (a *API) importPeople(ctx context.Context, in *peopleFileInput) (*body[engine.PeoplePreview], error) {
	return reply(a.engine.ImportPeople(ctx, who(ctx), in.Body.File, in.Body.Revision))
}

// peopleFile is the list of people as an import reads it.
type peopleFile struct {
	File []byte `json:"file" doc:"A CSV file, in base64"`
}

func (a *API) exportPeople(ctx context.Context, _ *struct{}) (*body[peopleFile], error) {
	file, err := a.engine.PeopleTemplate(ctx, who(ctx))
	return reply(peopleFile{file}, err)
}
