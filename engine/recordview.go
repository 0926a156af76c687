package engine

import (
	"context"

	"flowline/engine/record"
)

// recordViews cuts records of one type to what may be seen of each and names the records and people they point to. Forms
// are left out of lists: a list's columns come from the record type.
func (e *Engine) recordViews(ctx context.Context, a actor, t *record.Type, rows []record.Record, access func(record.Record) map[string]record.Access, forms bool) ([]RecordView, error) {
	views := make([]RecordView, len(rows))
	for i, r := range rows {
		views[i] = a.recordView(t, r, access(r), forms)
	}
	if forms {
		if err := e.nameFiles(ctx, t, views); err != nil {
			return nil, err
		}
	}
	return views, e.nameLinks(ctx, t, views)
}

// nameFiles adds what the file fields of views hold.
func (e *Engine) nameFiles(ctx context.Context, t *record.Type, views []RecordView) error {
	for i := range views {
		files, err := e.attached(ctx, filesIn(t, views[i].Values))
		if err != nil {
			return err
		}
		views[i].Files = files
	}
	return nil
}

// recordView is one record for a person with the given access.
func (a actor) recordView(t *record.Type, r record.Record, access record.Rights, form bool) RecordView {
	view := RecordView{
		RecordRef: RecordRef{Type: t.Key, TypeName: t.Name, ID: r.ID, Number: r.Number},
		Revision:  r.Revision, Owner: a.ref(r.Owner), CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt, LockedBy: r.LockedBy,
		Fields: []FieldView{}, Values: record.Values{},
	}
	for _, f := range t.Fields {
		if !access[f.Key].Shows() {
			continue
		}
		if f.Key == t.Title {
			view.Title = record.Title(t, r.Values)
		}
		if form {
			view.Fields = append(view.Fields, fieldView(f, access))
		}
		if value := access.Value(&f, r.Values[f.Key]); !record.Empty(value) {
			view.Values[f.Key] = value
			a.namePeople(&view, f, value)
		}
	}
	return view
}

// fieldView is a field that may be seen, with what may be done with it.
func fieldView(f record.Field, access record.Rights) FieldView {
	view := FieldView{Field: access.Field(f), Access: access[f.Key]}
	for _, c := range view.Columns {
		if view.ColumnAccess == nil {
			view.ColumnAccess = map[string]record.Access{}
		}
		view.ColumnAccess[c.Key] = access.Column(&f, c.Key)
	}
	return view
}

// namePeople adds the people that a value names, those in detail rows too.
func (a actor) namePeople(view *RecordView, f record.Field, value any) {
	switch f.Type {
	case record.Person:
		if id, ok := value.(string); ok {
			if view.People == nil {
				view.People = map[string]PersonRef{}
			}
			view.People[id] = a.ref(id)
		}
	case record.Rows:
		rows, _ := value.([]record.Values)
		for _, row := range rows {
			for _, c := range f.Columns {
				if v := row[c.Key]; !record.Empty(v) {
					a.namePeople(view, c, v)
				}
			}
		}
	}
}

// nameLinks adds what the links of views point to: one read for each type.
func (e *Engine) nameLinks(ctx context.Context, t *record.Type, views []RecordView) error {
	types, err := e.catalog(ctx)
	if err != nil {
		return err
	}
	wanted := map[string][]string{}
	for _, f := range t.Fields {
		if f.Type != record.Link {
			continue
		}
		for _, v := range views {
			if id, ok := v.Values[f.Key].(string); ok {
				wanted[f.Target] = append(wanted[f.Target], id)
			}
		}
	}
	refs := map[string]RecordRef{}
	for target, ids := range wanted {
		tt, ok := types.RecordType(target)
		if !ok {
			continue
		}
		rows, err := e.store.RecordsByID(ctx, target, unique(ids))
		if err != nil {
			return err
		}
		for _, r := range rows {
			refs[r.ID] = RecordRef{Type: target, TypeName: tt.Name, ID: r.ID, Number: r.Number, Title: record.Title(tt, r.Values)}
		}
	}
	for i := range views {
		for _, f := range t.Fields {
			id, _ := views[i].Values[f.Key].(string)
			ref, ok := refs[id]
			if f.Type != record.Link || !ok {
				continue
			}
			if views[i].Links == nil {
				views[i].Links = map[string]RecordRef{}
			}
			views[i].Links[f.Key] = ref
		}
	}
	return nil
}

func unique(ids []string) []string {
	seen := make(map[string]bool, len(ids))
	var out []string
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// recordRef names the record of an instance.
func (e *Engine) recordRef(v *version, id, number, title string) RecordRef {
	ref := RecordRef{Type: v.Definition.Record, ID: id, Number: number, Title: title}
	if t, ok := v.types.RecordType(ref.Type); ok {
		ref.TypeName = t.Name
	}
	return ref
}

// openly is the access to a record outside a flow of somebody whose it is: everything may be changed, unless an instance
// holds it.
func openly(t *record.Type) func(record.Record) map[string]record.Access {
	return func(r record.Record) map[string]record.Access {
		access := make(map[string]record.Access, len(t.Fields))
		for _, f := range t.Fields {
			access[f.Key] = plainly(f, r.LockedBy != "")
			for _, c := range f.Columns {
				access[record.ColumnKey(f.Key, c.Key)] = plainly(c, r.LockedBy != "")
			}
		}
		return access
	}
}

func plainly(f record.Field, locked bool) record.Access {
	switch {
	case locked:
		return record.Read
	case f.Required:
		return record.Required
	}
	return record.Edit
}
