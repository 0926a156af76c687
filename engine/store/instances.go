package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/shopspring/decimal"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

var noInstance = text.T("没有这个流程实例。", "There is no such request.")

// instanceColumns are read by scanInstance; the state, which is long, is read only for one instance at a time.
const instanceColumns = "i.id, i.revision, i.flow, i.version, i.record_type, i.record_id, i.number, i.title, i.submitter, i.status, i.has_incident, i.started_at, i.ended_at, i.updated_at, i.amount, i.parent, i.holder"

func scanInstance(scan scanner, more ...any) (engine.Instance, error) {
	var (
		i                       engine.Instance
		started, ended, updated sql.NullTime
		amount                  sql.NullInt64
	)
	err := scan(append([]any{
		&i.ID, &i.Revision, &i.Flow, &i.Version, &i.RecordType, &i.RecordID, &i.Number, &i.Title, &i.Submitter, &i.Status,
		&i.HasIncident, &started, &ended, &updated, &amount, &i.Parent, &i.Holder,
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
		asked         proposalRow
	)
	row := queryRow(s.read(ctx), "SELECT "+instanceColumns+", i.people, i.state, i.hashes, i.timers, "+proposalColumns+" FROM instances i LEFT JOIN proposals p ON p.instance = i.id WHERE i.id = ?", id)
	i, err := scanInstance(row.Scan, append([]any{&people, &state, &hashes, &timers}, asked.columns()...)...)
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
	if asked.instance.Valid {
		if i.Proposal, err = s.proposal(ctx, asked); err != nil {
			return engine.Instance{}, fault.Wrap(err, "read the proposal of %s", id)
		}
	}
	s.known.learn(id, footprint{revision: i.Revision, people: i.People, timers: timers})
	return i, nil
}

// Instances implements engine.InstanceStore.
func (s *Store) Instances(ctx context.Context, q engine.InstanceQuery) ([]engine.Instance, int, error) {
	from, when := instancesFrom(q)
	columns, scan := instanceColumns, func(scan scanner) (engine.Instance, error) { return scanInstance(scan) }
	if q.CopiedTo != "" {
		columns, scan = columns+", c.id, c.person, c.at, c.read_at, c.node, c.moment, c.data", scanCopied
	}
	id := "i.id"
	if q.Participant != "" {
		id = "p.instance"
	}
	return page(ctx, s, "list instances", pageOf{
		columns: columns, from: from, where: s.instancesWhere(q, when), order: when + " DESC, " + id + " DESC", offset: q.Offset, limit: limited(q.Limit),
	}, scan)
}

// instancesFrom is what a query reads, and the time by which it is sorted.
func instancesFrom(q engine.InstanceQuery) (from, when string) {
	switch {
	case q.CopiedTo != "":
		return "copies c JOIN instances i ON i.id = c.instance", "c.at"
	case q.Participant != "":
		return "instance_people p JOIN instances i ON i.id = p.instance", "p.started_at"
	}
	return "instances i", "i.started_at"
}

// asksVoid holds of a request to declare another instance void: it takes the record of that one itself. What a step had run
// over its own record does so in that one's name, and anything else has another record.
const asksVoid = "(i.holder = '' AND EXISTS (SELECT 1 FROM instances o WHERE o.id = i.parent AND o.record_id = i.record_id))"

func (s *Store) instancesWhere(q engine.InstanceQuery, when string) conditions {
	var where conditions
	where.equal("c.person", q.CopiedTo)
	where.equal("p.person", q.Participant)
	where.equal("i.submitter", q.Submitter)
	if q.OwnOnly {
		where.add("(i.parent = '' OR "+asksVoid+" OR EXISTS (SELECT 1 FROM tasks t WHERE t.instance = i.id AND t.state = 'open' AND t.type = 'submit' AND t.assignee = ?))", q.Submitter)
	}
	where.equal("i.parent", q.Parent)
	where.equal("i.flow", q.Flow)
	where.equal("i.record_id", q.RecordID)
	where.equal("i.record_type", q.RecordType)
	where.oneOf("i.status", anys(q.Status))
	if q.HasIncident {
		where.add("i.has_incident")
	}
	if q.Narrowing.Late {
		where.add("EXISTS (SELECT 1 FROM tasks t WHERE t.instance = i.id AND t.state = 'open' AND t.late)")
	}
	s.narrow(&where, q.Narrowing, when, "")
	return where
}

// hundredths is an amount as it is kept, so that the database compares it exactly; nil when there is none.
func hundredths(amount string) any {
	d, ok := record.Decimal(amount)
	if !ok {
		return nil
	}
	return d.Shift(2).IntPart()
}
