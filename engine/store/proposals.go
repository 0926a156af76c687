package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// proposalColumns are read by proposalRow.
const proposalColumns = "p.instance, p.record_type, p.record, p.asked_by, p.asked_at, p.status, p.base, p.wanted, p.left_open"

// proposalRow is a row of proposals, or of nulls where an instance has none.
type proposalRow struct {
	instance, typ, record, by, status, base, wanted, left sql.NullString
	at                                                    sql.NullTime
}

func (r *proposalRow) columns() []any {
	return []any{&r.instance, &r.typ, &r.record, &r.by, &r.at, &r.status, &r.base, &r.wanted, &r.left}
}

// proposal makes the values canonical again.
func (s *Store) proposal(ctx context.Context, r proposalRow) (*engine.Proposal, error) {
	p := engine.Proposal{
		Instance: r.instance.String, Type: r.typ.String, Record: r.record.String, By: r.by.String, At: r.at.Time,
		Status: engine.ProposalStatus(r.status.String),
	}
	t, err := s.types.table(ctx, p.Type)
	if err != nil {
		return nil, err
	}
	for _, part := range []struct {
		doc  string
		into *record.Values
	}{{r.base.String, &p.Base}, {r.wanted.String, &p.Set}} {
		var raw map[string]any
		d := json.NewDecoder(strings.NewReader(part.doc))
		d.UseNumber()
		if err := d.Decode(&raw); err != nil {
			return nil, err
		}
		*part.into = s.types.revive(t.Type, raw)
	}
	return &p, json.Unmarshal([]byte(r.left.String), &p.Left)
}

// Proposals implements engine.InstanceStore.
func (s *Store) Proposals(ctx context.Context, typ, id string) ([]engine.Proposal, error) {
	rows, err := query(s.read(ctx), "SELECT "+proposalColumns+" FROM proposals p WHERE p.record = ? AND p.record_type = ? AND p.status IN (?, ?) ORDER BY p.asked_at, p.instance",
		id, typ, string(engine.ProposalPending), string(engine.ProposalConflict))
	doing := "list the proposals for " + id
	found, err := collect(rows, err, doing, func(scan scanner) (r proposalRow, err error) { return r, scan(r.columns()...) })
	if err != nil {
		return nil, err
	}
	var out []engine.Proposal
	for _, r := range found {
		p, err := s.proposal(ctx, r)
		if err != nil {
			return nil, fault.Wrap(err, "%s", doing)
		}
		out = append(out, *p)
	}
	return out, nil
}

// proposalStatements save an instance's proposal.
func proposalStatements(c engine.Commit) ([]statement, error) {
	p := c.Instance.Proposal
	if p == nil || !c.Proposes {
		return nil, nil
	}
	var docs []any
	for _, part := range []any{p.Base, p.Set, p.Left} {
		doc, err := json.Marshal(part)
		if err != nil {
			return nil, err
		}
		docs = append(docs, string(doc))
	}
	if c.Base == 0 {
		return []statement{{
			"INSERT INTO proposals (instance, record_type, record, asked_by, asked_at, status, base, wanted, left_open) VALUES (?,?,?,?,?,?,?,?,?)",
			append([]any{c.Instance.ID, p.Type, p.Record, p.By, at(p.At), string(p.Status)}, docs...),
		}}, nil
	}
	return []statement{{
		"UPDATE proposals SET status = ?, wanted = ?, left_open = ? WHERE instance = ?",
		[]any{string(p.Status), docs[1], docs[2], c.Instance.ID},
	}}, nil
}

// notAsked is the condition that no change of a record waits for approval.
const notAsked = "NOT EXISTS (SELECT 1 FROM proposals WHERE record = ? AND record_type = ? AND status = 'pending')"

func changePending() error {
	return conflict("change_pending", text.T("这条记录有修改正在审批，请等审批结束后再试。",
		"A change of this record waits for approval. Wait until that has ended."))
}
