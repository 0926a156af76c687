package engine

import (
	"context"

	"flowline/engine/fault"
	"flowline/engine/record"
)

// RecordTypes lists the kinds of records.
func (e *Engine) RecordTypes(ctx context.Context, who string) ([]record.Type, error) {
	if _, err := e.actor(ctx, who); err != nil {
		return nil, err
	}
	types, err := e.catalog(ctx)
	return types.list, err
}

// Records lists the records of a type that are the person's to see by right of the company. invalid for a query that
// does not fit the type.
func (e *Engine) Records(ctx context.Context, who string, asked RecordsAsked) (Page[RecordView], error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return Page[RecordView]{}, err
	}
	t, err := e.recordType(ctx, asked.Type)
	if err != nil {
		return Page[RecordView]{}, err
	}
	q, err := asked.query(t)
	if err != nil {
		return Page[RecordView]{}, err
	}
	if q.Owners = a.owners(); q.Owners != nil {
		q.Creator = who
	}
	rows, total, err := e.store.Records(ctx, q)
	if err != nil {
		return Page[RecordView]{}, err
	}
	views, err := e.recordViews(ctx, a, t, rows, openly(t), false)
	return Page[RecordView]{Items: views, Total: total}, err
}

// Record gives one record: all of it to whom it belongs by right of the company, and to whoever has a part in a flow over
// it the fields of the steps where he was asked. not_found for everybody else.
func (e *Engine) Record(ctx context.Context, who, typ, id string) (RecordView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return RecordView{}, err
	}
	t, err := e.recordType(ctx, typ)
	if err != nil {
		return RecordView{}, err
	}
	r, err := e.store.Record(ctx, typ, id)
	if err != nil {
		return RecordView{}, hideAs(errNoRecord, err)
	}
	e.shown.learn(r)
	access := openly(t)(r)
	if !a.owns(r) {
		if access, err = e.accessByFlows(ctx, a, r); err != nil {
			return RecordView{}, err
		}
	}
	view, err := e.oneRecord(ctx, a, t, r, access)
	if err != nil {
		return RecordView{}, err
	}
	view.Pending, err = e.pendings(ctx, a, t, r, access)
	return view, err
}

func (e *Engine) oneRecord(ctx context.Context, a actor, t *record.Type, r record.Record, access map[string]record.Access) (RecordView, error) {
	views, err := e.recordViews(ctx, a, t, []record.Record{r}, func(record.Record) map[string]record.Access { return access }, true)
	if err != nil {
		return RecordView{}, err
	}
	return views[0], nil
}

// accessByFlows is what a person may read of a record because flows over it asked him or were submitted by him.
// not_found when none did.
func (e *Engine) accessByFlows(ctx context.Context, a actor, r record.Record) (map[string]record.Access, error) {
	var s sight
	part := false
	for _, q := range []InstanceQuery{{Submitter: a.ID}, {Participant: a.ID}} {
		q.RecordType, q.RecordID, q.Limit = r.Type, r.ID, 200
		rows, _, err := e.store.Instances(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			l, err := e.look(ctx, a, row.ID)
			if err != nil {
				return nil, err
			}
			part = true
			s.add(l.sight.fields)
		}
	}
	if !part {
		return nil, errNoRecord
	}
	for key := range s.fields {
		s.fields[key] = record.Read
	}
	return s.fields, nil
}

// RecordFlows lists what the person can start on a record and the instances over it that he may see.
func (e *Engine) RecordFlows(ctx context.Context, who, typ, id string) (RecordFlows, error) {
	out := RecordFlows{Startable: []Startable{}, Instances: []InstanceInfo{}}
	a, err := e.actor(ctx, who)
	if err != nil {
		return out, err
	}
	if _, err := e.recordType(ctx, typ); err != nil {
		return out, err
	}
	r, err := e.store.Record(ctx, typ, id)
	if err != nil {
		return out, hideAs(errNoRecord, err)
	}
	mine := a.owns(r)
	rows, _, err := e.store.Instances(ctx, InstanceQuery{RecordType: typ, RecordID: id, Limit: 200})
	if err != nil {
		return out, err
	}
	for _, row := range rows {
		if !mine {
			switch _, err := e.look(ctx, a, row.ID); {
			case fault.Is(err, fault.NotFound):
				continue
			case err != nil:
				return out, err
			}
		}
		info, err := e.instanceInfo(ctx, a, row)
		if err != nil {
			return out, err
		}
		out.Instances = append(out.Instances, info)
	}
	if !mine {
		if len(out.Instances) == 0 {
			return out, errNoRecord
		}
		return out, nil
	}
	asked, err := e.store.Proposals(ctx, typ, id)
	if err != nil {
		return out, err
	}
	if r.LockedBy == "" && !anyPending(asked) {
		out.Startable, err = e.startable(ctx, a, r)
	}
	if err == nil && len(out.Startable) > 0 {
		err = e.nameDrafts(ctx, who, id, out.Startable)
	}
	return out, err
}

// startable lists the flows that begin by hand on a record. One whose condition is false is left out; one whose condition
// cannot be evaluated is shown, and says why when it is submitted.
func (e *Engine) startable(ctx context.Context, a actor, r record.Record) ([]Startable, error) {
	out := []Startable{}
	all, err := e.known.current.get(ctx, e.known.fresh)
	if err != nil {
		return out, err
	}
	for _, v := range all {
		if v.Definition.Record != r.Type {
			continue
		}
		m, err := e.newMove(a, v, "")
		if err != nil {
			e.log.ErrorContext(ctx, "a published flow does not compile any more", "flow", v.Flow, "version", v.Number, "error", err)
			continue
		}
		by, ok := v.byHand()
		if !ok {
			continue
		}
		m.over(r)
		if by.when != nil {
			if applies, err := m.holds(ctx, by.when, nil); err == nil && !applies {
				continue
			}
		}
		out = append(out, Startable{Key: v.Flow, Name: v.Definition.Name, Version: v.Number, Fields: formOf(m.graph.Type(), v.accessAt(v.start()))})
	}
	return out, nil
}

// formOf is the fields of a form in the type's order, hidden ones left out.
func formOf(t *record.Type, access map[string]record.Access) []FieldView {
	out := []FieldView{}
	for _, f := range t.Fields {
		if access[f.Key].Shows() {
			out = append(out, fieldView(f, access))
		}
	}
	return out
}
