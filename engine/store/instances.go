package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/shopspring/decimal"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

var noInstance = text.T("没有这个流程实例。", "There is no such request.")

// instanceColumns are read by scanInstance; the state, which is long, is read only for one instance at a time.
const instanceColumns = "i.id, i.revision, i.flow, i.version, i.record_type, i.record_id, i.number, i.title, i.submitter, i.status, i.has_incident, i.started_at, i.ended_at, i.updated_at, i.amount"

func scanInstance(scan scanner, more ...any) (engine.Instance, error) {
	var (
		i                       engine.Instance
		started, ended, updated sql.NullTime
		amount                  sql.NullInt64
	)
	err := scan(append([]any{
		&i.ID, &i.Revision, &i.Flow, &i.Version, &i.RecordType, &i.RecordID, &i.Number, &i.Title, &i.Submitter, &i.Status,
		&i.HasIncident, &started, &ended, &updated, &amount,
	}, more...)...)
	if amount.Valid {
		i.Amount = decimal.New(amount.Int64, -2).StringFixed(2)
	}
	i.StartedAt, i.EndedAt, i.UpdatedAt = started.Time, ended.Time, updated.Time
	return i, err
}

// Instance implements engine.InstanceStore.
func (s *Store) Instance(ctx context.Context, id string) (engine.Instance, error) {
	var (
		people, state string
		hashes        sql.NullString
		timers        int
	)
	row := s.read(ctx).Raw("SELECT "+instanceColumns+", i.people, i.state, i.hashes, i.timers FROM instances i WHERE i.id = ?", id).Row()
	i, err := scanInstance(row.Scan, &people, &state, &hashes, &timers)
	if missing(err) {
		return engine.Instance{}, notFound("instance_not_found", noInstance)
	}
	if err != nil {
		return engine.Instance{}, fault.Wrap(mapped(err), "read instance %s", id)
	}
	for _, part := range []struct {
		json string
		into any
	}{{people, &i.People}, {state, &i.State}, {hashes.String, &i.Hashes}} {
		if part.json == "" {
			continue // begun before it was kept
		}
		if err := json.Unmarshal([]byte(part.json), part.into); err != nil {
			return engine.Instance{}, fault.Wrap(err, "decode instance %s", id)
		}
	}
	s.known.learn(id, footprint{revision: i.Revision, people: i.People, timers: timers})
	return i, nil
}

// Instances implements engine.InstanceStore.
func (s *Store) Instances(ctx context.Context, q engine.InstanceQuery) ([]engine.Instance, int, error) {
	from, order := "instances i", "i.started_at DESC, i.id DESC"
	var where conditions
	if q.Participant != "" {
		from, order = "instance_people p JOIN instances i ON i.id = p.instance", "p.started_at DESC, p.instance DESC"
		where.add("p.person = ?", q.Participant)
	}
	where.equal("i.submitter", q.Submitter)
	where.equal("i.flow", q.Flow)
	where.equal("i.record_id", q.RecordID)
	where.equal("i.record_type", q.RecordType)
	where.oneOf("i.status", anys(q.Status))
	if q.HasIncident {
		where.add("i.has_incident")
	}
	return page(ctx, s, "list instances", pageOf{
		columns: instanceColumns, from: from, where: where, order: order, offset: q.Offset, limit: limited(q.Limit),
	}, func(scan scanner) (engine.Instance, error) { return scanInstance(scan) })
}

// state makes the text kept of an instance's state.
func state(s machine.State) (string, error) {
	b, err := json.Marshal(s)
	return string(b), err
}

// hundredths is an amount as it is kept, so that the database compares it exactly; nil when there is none.
func hundredths(amount string) any {
	d, ok := record.Decimal(amount)
	if !ok {
		return nil
	}
	return d.Shift(2).IntPart()
}
