package store

import (
	"context"
	"slices"
	"time"

	"flowline/engine"
	"flowline/engine/record"
)

// step is a Commit made ready: statements with their values, to be run in the order of save.
type step struct {
	instance string
	recordID string
	base     int64
	at       time.Time
	key      *statement // claims the idempotency key
	row      statement  // inserts or updates the instance
	inserts  []*newRow
	lockNew  string // id of the new record that is locked as it is inserted
	updates  []*update
	rest     []statement
	after    footprint
}

// plain lists the statements of a step whose values are known before it runs, those that must find rows before the others;
// ok is false for a step that has to ask the database for a record's number.
func (p *step) plain(into []expected) (all []expected, ok bool) {
	if len(p.inserts) > 0 {
		return into, false
	}
	if p.key != nil {
		into = append(into, expected{*p.key, false})
	}
	if p.base > 0 {
		into = append(into, expected{p.row, true})
	}
	var lenient []expected
	for _, u := range p.updates {
		if u.lenient() {
			lenient = append(lenient, expected{u.statement(p.at), false})
			continue
		}
		into = append(into, expected{u.statement(p.at), true})
		for _, d := range u.details {
			into = append(into, expected{d, false})
		}
	}
	if p.base == 0 {
		into = append(into, expected{p.row, false})
	}
	for _, r := range p.rest {
		into = append(into, expected{r, false})
	}
	return append(into, lenient...), true
}

var instanceInserted = []string{
	"id", "revision", "flow", "version", "record_type", "record_id", "number", "title", "submitter", "status", "has_incident",
	"started_at", "ended_at", "updated_at", "timers", "people", "state", "data", "hashes", "amount", "parent", "holder",
}

// instanceNumberAt is the place of the record's number among them; it may be known only when the record is inserted.
const instanceNumberAt = 6

func (s *Store) prepare(ctx context.Context, c engine.Commit) (*step, error) {
	i := c.Instance
	p := &step{instance: i.ID, recordID: i.RecordID, base: c.Base, at: c.At}
	if p.at.IsZero() {
		p.at = i.UpdatedAt
	}
	if c.Key != "" {
		p.key = &statement{"INSERT INTO idempotency_keys (id, instance, expires_at) VALUES (?, ?, ?)", []any{keyID(c.Person, c.Key), i.ID, at(p.at.Add(keptFor))}}
	}
	if err := s.prepareRow(p, c); err != nil {
		return nil, err
	}
	if err := s.prepareRecords(ctx, p, c); err != nil {
		return nil, err
	}
	return p, s.prepareRest(ctx, p, c)
}

func (s *Store) prepareRow(p *step, c engine.Commit) error {
	i := c.Instance
	doc, err := document(&i.State)
	if err != nil {
		return err
	}
	everybody := slices.Clone(i.People)
	if everybody == nil {
		everybody = []string{}
	}
	people, err := document(everybody)
	if err != nil {
		return err
	}
	hashes, err := document(i.Hashes)
	if err != nil {
		return err
	}
	if c.Base == 0 {
		snapshot, err := document(c.Snapshot)
		if err != nil {
			return err
		}
		p.row = statement{s.inserts.instances.one, []any{
			i.ID, int64(1), i.Flow, i.Version, i.RecordType, i.RecordID, i.Number, i.Title, i.Submitter, string(i.Status), i.HasIncident,
			at(i.StartedAt), at(i.EndedAt), at(i.UpdatedAt), len(c.Timers), people, doc, snapshot, hashes, hundredths(i.Amount), i.Parent, i.Holder,
		}}
		return nil
	}
	p.row = statement{
		"UPDATE instances SET revision = ?, status = ?, has_incident = ?, ended_at = ?, updated_at = ?, timers = ?, people = ?, state = ?, hashes = ?, amount = ? WHERE id = ? AND revision = ?",
		[]any{c.Base + 1, string(i.Status), i.HasIncident, at(i.EndedAt), at(i.UpdatedAt), len(c.Timers), people, doc, hashes, hundredths(i.Amount), i.ID, c.Base},
	}
	return nil
}

// holderOf is in whose name an instance changes records.
func holderOf(i engine.Instance) string {
	if i.Holder != "" {
		return i.Holder
	}
	return i.ID
}

// prepareRecords gathers what the step does to each record: the changes in their order, then the lock.
func (s *Store) prepareRecords(ctx context.Context, p *step, c engine.Commit) error {
	for _, r := range c.Inserts {
		row, err := s.newRow(ctx, r)
		if err != nil {
			return err
		}
		p.inserts = append(p.inserts, row)
	}
	for _, change := range c.Changes {
		if u := p.find(change.Type, change.ID); u != nil {
			if err := u.add(s, change); err != nil {
				return err
			}
			continue
		}
		u, err := s.newUpdate(ctx, change)
		if err != nil {
			return err
		}
		u.instance = holderOf(c.Instance)
		caller := c.Instance.State.Caller
		u.borrowed = c.Instance.Holder != "" && change.ID == c.Instance.RecordID && caller != nil && caller.Waits
		p.updates = append(p.updates, u)
	}
	if !c.Lock && !c.Unlock {
		return nil
	}
	u := p.find(c.Instance.RecordType, c.Instance.RecordID)
	if u == nil && c.Lock && slices.ContainsFunc(c.Inserts, func(r record.Record) bool { return r.ID == c.Instance.RecordID }) {
		if !c.Unlock {
			p.lockNew = c.Instance.RecordID
		}
		return nil
	}
	if u == nil {
		t, err := s.types.table(ctx, c.Instance.RecordType)
		if err != nil {
			return err
		}
		u = &update{table: t, id: c.Instance.RecordID, instance: c.Instance.ID}
		p.updates = append(p.updates, u)
	}
	u.lock, u.unlock = c.Lock, c.Unlock
	if c.Lock && c.LockAt != 0 {
		u.bases = append(u.bases, c.LockAt)
	}
	return nil
}

func (p *step) find(typ, id string) *update {
	for _, u := range p.updates {
		if u.table.Key == typ && u.id == id {
			return u
		}
	}
	return nil
}

func (s *Store) prepareRest(ctx context.Context, p *step, c engine.Commit) error {
	had := footprint{timers: -1}
	if c.Base == 0 {
		had.timers = 0
	} else if known, ok := s.known.at(c.Instance.ID, c.Base); ok {
		had = known
	}
	p.after = footprint{revision: c.Base + 1, people: c.Instance.People, timers: len(c.Timers)}
	entries, err := s.journalStatement(c.Instance.ID, c.Journal)
	if err != nil {
		return err
	}
	p.rest = append(p.rest, entries...) // first: what comes before it must find rows, and it sees to that (see packs)
	p.rest = append(p.rest, s.peopleStatements(c.Instance, had.people)...)
	p.rest = append(p.rest, s.taskStatements(c.Instance.ID, c.Tasks, c.Base == 0)...)
	if c.Base > 0 {
		p.rest = append(p.rest, dropDrafts(c.Instance.ID, c.Tasks)...)
	}
	p.rest = append(p.rest, s.timerStatements(c.Instance.ID, c.Timers, had.timers)...)
	asked, err := proposalStatements(c)
	if err != nil {
		return err
	}
	uses := usesInJournal(c.Instance.ID, c.Journal)
	if wanted := c.Instance.Proposal; wanted != nil && c.Proposes {
		t, err := s.types.table(ctx, wanted.Type)
		if err != nil {
			return err
		}
		uses = append(uses, usesInRecord(t.Type, wanted.Record, wanted.Set)...)
	}
	p.rest = append(p.rest, s.useStatements(uses)...)
	p.rest = append(p.rest, asked...)
	if c.Wakes {
		p.rest = append(p.rest, wakeJobs(c.Instance.ID, p.at))
	}
	jobs, err := s.jobStatements(c.Instance.ID, c.Jobs, p.at)
	p.rest = append(p.rest, jobs...)
	return err
}

var peopleColumns = []string{"person", "started_at", "instance"}

// peopleStatements add the people who are not among had.
func (s *Store) peopleStatements(i engine.Instance, had []string) []statement {
	var values []any
	for _, person := range i.People {
		if !slices.Contains(had, person) {
			values = append(values, person, at(i.StartedAt), i.ID)
		}
	}
	return s.inserts.people.rows(values)
}
