package store

import (
	"context"
	"strings"
)

// conditions are parts of a WHERE that must all hold.
type conditions struct {
	sql  []string
	args []any
}

func (c *conditions) add(sql string, args ...any) {
	c.sql = append(c.sql, sql)
	c.args = append(c.args, args...)
}

// equal narrows a column to a value; an empty one does not narrow.
func (c *conditions) equal(column, value string) {
	if value != "" {
		c.add(column+" = ?", value)
	}
}

// oneOf narrows a column to some values; none do not narrow.
func (c *conditions) oneOf(column string, values []any) {
	if len(values) > 0 {
		c.add(column+" IN "+places(len(values)), values...)
	}
}

// maxPlaces is how many values are bound one by one: a database takes only so many.
const maxPlaces = 1000

// among is the condition that a column is one of some ids. Many go in as one text.
func among(column string, ids []string) (sql string, args []any) {
	switch {
	case len(ids) == 0:
		return "1 = 0", nil
	case len(ids) > maxPlaces:
		return "INSTR(?, CONCAT(',', " + column + ", ',')) > 0", []any{"," + strings.Join(ids, ",") + ","}
	}
	return column + " IN " + places(len(ids)), anys(ids)
}

func (c *conditions) where() string {
	if len(c.sql) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.sql, " AND ")
}

// places is (?, ?, …) for n values.
func places(n int) string { return "(" + strings.Repeat("?,", max(n-1, 0)) + "?)" }

func anys[T ~string](list []T) []any {
	all := make([]any, len(list))
	for i, v := range list {
		all[i] = string(v)
	}
	return all
}

// pageOf is one page of a list.
type pageOf struct {
	columns string
	from    string
	where   conditions
	order   string
	offset  int
	limit   int
}

// page reads a page and tells how many rows there are in all. They are counted only when the page itself does not tell.
func page[T any](ctx context.Context, s *Store, doing string, p pageOf, read func(scanner) (T, error)) ([]T, int, error) {
	args := append(append([]any(nil), p.where.args...), p.limit, p.offset)
	rows, err := query(s.read(ctx), "SELECT "+p.columns+" FROM "+p.from+p.where.where()+" ORDER BY "+p.order+" LIMIT ? OFFSET ?", args...)
	all, err := collect(rows, err, doing, read)
	if err != nil {
		return nil, 0, err
	}
	if len(all) < p.limit && (len(all) > 0 || p.offset == 0) {
		return all, p.offset + len(all), nil
	}
	var total int
	err = queryRow(s.read(ctx), "SELECT COUNT(*) FROM "+p.from+p.where.where(), p.where.args...).Scan(&total)
	return all, total, mapped(err)
}

// limited applies the limits of a page: 50 unless told, at most 200.
func limited(n int) int {
	switch {
	case n <= 0:
		return 50
	case n > 200:
		return 200
	}
	return n
}
