package engine

import (
	"context"
	"strings"

	"flowline/engine/diagram"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// DraftDiagram draws a draft as SVG.
func (e *Engine) DraftDiagram(ctx context.Context, who, key string, d Drawing) ([]byte, error) {
	a, err := e.keyUser(ctx, who)
	if err != nil {
		return nil, err
	}
	draft, err := e.store.Draft(ctx, key)
	if err != nil {
		return nil, hideAs(errNoFlow, err)
	}
	o, err := e.drawing(ctx, a, d, draft.Definition.Record)
	if err != nil {
		return nil, err
	}
	o.Date = draft.UpdatedAt
	return diagram.Draw(ctx, draft.Definition, o)
}

// VersionDiagram draws a published version as SVG.
func (e *Engine) VersionDiagram(ctx context.Context, who, key string, number int, d Drawing) ([]byte, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return nil, err
	}
	v, err := e.known.version(ctx, key, number)
	if err != nil {
		return nil, hideAs(errNoVersion, err)
	}
	o, err := e.drawing(ctx, a, d, v.Definition.Record)
	if err != nil {
		return nil, err
	}
	o.Version, o.Date = number, v.PublishedAt
	if current, err := e.currentVersion(ctx, key); err == nil && current.Number == number {
		o.Status = text.T("当前版本", "current").In(d.Lang)
	}
	return diagram.Draw(ctx, v.Definition, o)
}

// InstanceDiagram draws the version that an instance runs with how far it is, for a person who may look at it.
func (e *Engine) InstanceDiagram(ctx context.Context, who, id string, d Drawing) ([]byte, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return nil, err
	}
	l, err := e.look(ctx, a, id)
	if err != nil {
		return nil, err
	}
	o, err := e.drawing(ctx, a, d, l.version.Definition.Record)
	if err != nil {
		return nil, err
	}
	progress := machine.ProgressOf(l.graph, l.instance.State)
	o.Version, o.Date, o.Progress, o.Subject = l.version.Number, l.version.PublishedAt, &progress, l.instance.Number
	if l.sight.sees(l.graph.Type().Title) {
		o.Subject = strings.TrimSpace(o.Subject + " " + l.instance.Title)
	}
	return diagram.Draw(ctx, l.version.Definition, o)
}

// drawing is the options that every diagram of a flow over records of a type has.
func (e *Engine) drawing(ctx context.Context, a actor, d Drawing, recordType string) (diagram.Options, error) {
	types, err := e.catalog(ctx)
	if err != nil {
		return diagram.Options{}, err
	}
	lang := d.Lang
	if lang == "" {
		lang = text.Chinese
	}
	t, _ := types.RecordType(recordType)
	return diagram.Options{
		Lang: lang, Lanes: d.Lanes, Zone: e.location, Types: types,
		Who:    diagram.WhoIn(a.company, t, lang),
		People: func(id string) string { return a.ref(id).Name.In(lang) },
	}, nil
}
