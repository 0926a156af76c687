package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"flowline/engine/record"
	"flowline/engine/text"
)

// update is what a change, or a step, does to one record: new values, a lock, or both, in one statement.
type update struct {
	table    *recordTable
	id       string
	set      []string // columns with a place for their value
	args     []any
	details  []statement
	changes  bool    // it has new values, even if all of them are detail rows
	bases    []int64 // revisions that it must still be at
	instance string  // the instance in whose name it is done; empty: none, and then no instance may hold it
	borrowed bool    // that instance must hold it: when it no longer does, nothing may be done in its name
	lock     bool
	unlock   bool // with lock: it must be free to lock, and is free afterwards
}

func (s *Store) newUpdate(ctx context.Context, c record.Change) (*update, error) {
	t, err := s.types.holding(ctx, c.Type, c.Set)
	if err != nil {
		return nil, err
	}
	u := &update{table: t, id: c.ID}
	return u, u.add(s, c)
}

// add lays a change over what u does already.
func (u *update) add(s *Store, c record.Change) error {
	u.changes = true
	if c.Revision != 0 {
		u.bases = append(u.bases, c.Revision)
	}
	for _, f := range u.table.scalars {
		given, ok := c.Set[f.Key]
		if !ok {
			continue
		}
		v, err := bind(s.dialect, f, given)
		if err != nil {
			return err
		}
		u.set, u.args = append(u.set, quote(f.Key)+" = ?"), append(u.args, v)
	}
	details, err := s.detailStatements(u.table, u.id, c.Set, true)
	u.details = append(append(u.details, details...), s.useStatements(usesInRecord(u.table.Type, u.id, c.Set))...)
	return err
}

// statement is the UPDATE.
func (u *update) statement(now time.Time) statement {
	set, args := slices.Clone(u.set), slices.Clone(u.args)
	if u.changes {
		set, args = append(set, "revision = revision + 1", "updated_at = ?"), append(args, at(now))
	}
	switch {
	case u.unlock:
		set, args = append(set, "locked_by = ?"), append(args, "")
	case u.lock:
		set, args = append(set, "locked_by = ?"), append(args, u.instance)
	}
	where := conditions{}
	where.add("id = ?", u.id)
	for _, base := range u.bases {
		where.add("revision = ?", base)
	}
	if u.lock {
		where.add(notAsked, u.id, u.table.Key)
	}
	if u.borrowed {
		where.add("locked_by = ?", u.instance)
	} else {
		where.oneOf("locked_by", []any{"", u.instance})
	}
	return statement{"UPDATE " + quote(u.table.name) + " SET " + strings.Join(set, ", ") + where.where(), append(args, where.args...)}
}

// lenient reports whether u may find nothing: an instance lets go what it no longer holds.
func (u *update) lenient() bool { return u.unlock && !u.lock && !u.changes }

// updateRow does u, or says why it cannot.
func (s *Store) updateRow(tx *gorm.DB, u *update, now time.Time) error {
	found, err := u.statement(now).run(tx)
	if err != nil {
		return valueTaken(err, u.table)
	}
	if found == 0 {
		return s.whyNoUpdate(tx, u)
	}
	return runAll(tx, u.details)
}

// whyNoUpdate tells why a record was not found as u wants it.
func (s *Store) whyNoUpdate(tx *gorm.DB, u *update) error {
	var (
		revision int64
		holder   string
	)
	err := queryRow(tx, "SELECT revision, locked_by FROM "+quote(u.table.name)+" WHERE id = ?", u.id).Scan(&revision, &holder)
	switch {
	case u.lenient() && (err == nil || missing(err)):
		return nil
	case missing(err):
		return notFound("record_not_found", noRecord)
	case err != nil:
		return err
	case u.borrowed && holder != u.instance:
		return conflict("caller_ended", text.T("上级流程已经结束，这里不用再处理了。",
			"The request that this one is part of has ended; there is nothing left to do here."))
	case holder != "" && holder != u.instance:
		return conflict("record_locked", text.T("这条记录正在审批中，暂时不能修改。请等审批结束，或请管理员终止它。",
			"This record is being decided on and cannot be changed now. Wait until that ends, or ask an admin to end it."))
	case u.lock && !slices.ContainsFunc(u.bases, func(base int64) bool { return base != revision }):
		return changePending()
	}
	return conflict("record_moved_on", text.T("这条记录刚刚被别人改过，您的改动没有覆盖它。请重新载入后再保存。",
		"Somebody else has just changed this record; your changes did not overwrite theirs. Reload it, then save again."))
}
