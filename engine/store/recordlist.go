package store

import (
	"context"
	"strings"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Records implements engine.RecordStore. It filters, sorts and pages in SQL; equal values sort newest first.
func (s *Store) Records(ctx context.Context, q engine.RecordQuery) ([]record.Record, int, error) {
	t, err := s.types.table(ctx, q.Type)
	if err != nil {
		return nil, 0, err
	}
	where, err := s.narrowed(t, q)
	if err != nil {
		return nil, 0, err
	}
	order, err := t.order(q.Sort)
	if err != nil {
		return nil, 0, err
	}
	list, total, err := page(ctx, s, "list records of "+t.Key, pageOf{
		columns: t.columns, from: quote(t.name), where: where, order: order, offset: q.Offset, limit: limited(q.Limit),
	}, s.scanRecord(t))
	if err != nil {
		return nil, 0, err
	}
	return list, total, s.addDetails(s.read(ctx), t, list)
}

func (s *Store) narrowed(t *recordTable, q engine.RecordQuery) (conditions, error) {
	var where conditions
	if q.Owners != nil {
		whose, args := among("owner", q.Owners)
		if q.Creator != "" {
			whose, args = "("+whose+" OR created_by = ?)", append(args, q.Creator)
		}
		where.add(whose, args...)
	}
	if words := strings.TrimSpace(q.Search); words != "" {
		pattern := "%" + escaped(words) + "%"
		where.add("("+s.dialect.contains(quote(t.Title))+" OR "+s.dialect.contains("number")+")", pattern, pattern)
	}
	for _, f := range q.Filters {
		field, ok := t.column(f.Field)
		if !ok {
			return where, unknownField(f.Field)
		}
		if err := s.filter(&where, field, f); err != nil {
			return where, err
		}
	}
	return where, nil
}

// order is the ORDER BY; the last part makes it total, so that pages never overlap.
func (t *recordTable) order(sort string) (string, error) {
	key, falling := strings.CutPrefix(sort, "-")
	if key == "" {
		return "created_at DESC, id DESC", nil
	}
	f, ok := t.column(key)
	switch {
	case !ok:
		return "", unknownField(key)
	case f.Type == record.Rows || f.Type == record.MultiChoice || f.Type == record.File:
		words := text.T("不能按字段“{key}”排序。", "A list cannot be sorted by {key}.").Fill("key", key)
		return "", fault.New(fault.Invalid, "cannot_sort", words).With("sort", words)
	case falling:
		return quote(key) + " DESC, id DESC", nil
	}
	return quote(key) + ", id DESC", nil
}

// escaped makes text literal in a LIKE pattern whose escape sign is !.
func escaped(s string) string { return strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(s) }
