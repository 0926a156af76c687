package engine

import (
	"context"
	"maps"

	"flowline/engine/record"
)

// Differences are the fields in which two states of a record differ, cut to what the person may see.
type Differences struct {
	Fields []FieldView          `json:"fields"` // in the type's order; those that differ
	Before record.Values        `json:"before"`
	After  record.Values        `json:"after"`
	Links  map[string]RecordRef `json:"links,omitempty"`  // by record id: what links on either side point to
	People map[string]PersonRef `json:"people,omitempty"` // by person id
	Files  map[string]FileRef   `json:"files,omitempty"`  // by id
}

// differences compares before with after for a person with the given access: what is hidden from him is not compared.
func (e *Engine) differences(ctx context.Context, a actor, t *record.Type, access map[string]record.Access, before, after record.Values) (Differences, error) {
	d := Differences{Fields: []FieldView{}, Before: record.Values{}, After: record.Values{}, Links: map[string]RecordRef{}, People: map[string]PersonRef{}, Files: map[string]FileRef{}}
	var sides []RecordView
	for _, values := range []record.Values{before, after} {
		side, err := e.oneRecord(ctx, a, t, record.Record{Type: t.Key, Values: values}, access)
		if err != nil {
			return Differences{}, err
		}
		sides = append(sides, side)
	}
	was, is := sides[0], sides[1]
	for _, f := range was.Fields {
		if record.EqualValue(was.Values[f.Key], is.Values[f.Key]) {
			continue
		}
		f.Access, f.ColumnAccess = record.Read, nil
		d.Fields = append(d.Fields, f)
		for _, side := range sides {
			if ref, ok := side.Links[f.Key]; ok {
				d.Links[ref.ID] = ref
			}
			maps.Copy(d.People, side.People)
			maps.Copy(d.Files, side.Files)
		}
		d.Before[f.Key], d.After[f.Key] = was.Values[f.Key], is.Values[f.Key]
	}
	return d, nil
}

// none reports whether nothing that may be seen differs.
func (d Differences) none() bool { return len(d.Fields) == 0 }
