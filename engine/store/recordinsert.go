package store

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"flowline/engine/record"
	"flowline/engine/text"
)

// newRow is a record ready to be inserted, but for its number and whether it is locked.
type newRow struct {
	table   *recordTable
	record  record.Record
	main    statement
	details []statement
}

// Places of what is filled in last among the values of newRow.main.
const (
	numberAt = 1
	lockedAt = 4
)

func (s *Store) newRow(ctx context.Context, r record.Record) (*newRow, error) {
	t, err := s.types.holding(ctx, r.Type, r.Values)
	if err != nil {
		return nil, err
	}
	names := append([]string(nil), systemColumns...)
	args := []any{r.ID, "", int64(1), r.Owner, "", at(r.CreatedAt), r.CreatedBy, at(r.CreatedAt)}
	for _, f := range t.scalars {
		v, err := bind(s.dialect, f, r.Values[f.Key])
		if err != nil {
			return nil, err
		}
		names, args = append(names, f.Key), append(args, v)
	}
	row := &newRow{table: t, record: r, main: statement{newInsert(t.name, names, "").one, args}}
	row.details, err = s.detailStatements(t, r.ID, r.Values, false)
	row.details = append(row.details, s.useStatements(usesInRecord(t.Type, r.ID, r.Values))...)
	return row, err
}

// insertRow adds a row with its type's next number, which it answers; lockedBy is the instance that holds it at once.
func (s *Store) insertRow(tx *gorm.DB, r *newRow, lockedBy string) (string, error) {
	number, err := s.nextNumber(tx, r.table.Type, r.record.CreatedAt.Year())
	if err != nil {
		return "", err
	}
	r.main.args[numberAt], r.main.args[lockedAt] = number, lockedBy
	if _, err := r.main.run(tx); err != nil {
		return "", valueTaken(err, r.table)
	}
	return number, runAll(tx, r.details)
}

var counterColumns = []string{"record_type", "year", "last_number"}

// nextNumber counts up the numbers of a type and year. It holds the counter's row until the transaction ends, so numbers
// have no holes and two copies never give the same.
func (s *Store) nextNumber(tx *gorm.DB, t *record.Type, year int) (string, error) {
	up := statement{"UPDATE number_counters SET last_number = last_number + 1 WHERE record_type = ? AND year = ?", []any{t.Key, year}}
	found, err := up.run(tx)
	if err == nil && found == 0 {
		err = runAll(tx, append(s.inserts.counters.rows([]any{t.Key, year, 0}), up))
	}
	if err != nil {
		return "", err
	}
	var last int64
	if err := queryRow(tx, "SELECT last_number FROM number_counters WHERE record_type = ? AND year = ?", t.Key, year).Scan(&last); err != nil {
		return "", err
	}
	prefix := t.Prefix
	if prefix == "" {
		prefix = strings.ToUpper(t.Key)
	}
	return fmt.Sprintf("%s-%04d-%04d", prefix, year, last), nil
}

// detailStatements write the detail rows that v holds; with replace, those that were there go first.
func (s *Store) detailStatements(t *recordTable, id string, v record.Values, replace bool) ([]statement, error) {
	var all []statement
	for _, child := range t.details {
		given, ok := v[child.field.Key]
		if !ok {
			continue
		}
		lines, isRows := given.([]record.Values)
		if !isRows && !record.Empty(given) {
			return nil, badValue(child.field)
		}
		if replace {
			all = append(all, statement{"DELETE FROM " + quote(child.name) + " WHERE " + quote(detailRecord) + " = ?", []any{id}})
		}
		columns := []string{detailRecord, detailRow}
		fields := child.fields()
		for _, f := range fields {
			columns = append(columns, f.Key)
		}
		args := make([]any, 0, len(lines)*len(columns))
		for n, line := range lines {
			args = append(args, id, n)
			for _, f := range fields {
				x, err := bind(s.dialect, f, line[f.Key])
				if err != nil {
					return nil, err
				}
				args = append(args, x)
			}
		}
		all = append(all, newInsert(child.name, columns, "").rows(args)...)
	}
	return all, nil
}

// valueTaken words the violation of a field's unique key; any other error stays.
func valueTaken(err error, t *recordTable) error {
	column, ok := violated(err)
	if !ok {
		return err
	}
	f, ok := t.fieldOf(column)
	if !ok {
		return err
	}
	words := bilingual(text.T("“{name}”的值已被另一条记录使用。请先查找那条记录，或改用别的值。",
		"Another record already has this {name}. Look for that record first, or enter another value."), "name", f.Name)
	return conflict("value_taken", words).With(f.Key, words).Because(err)
}
