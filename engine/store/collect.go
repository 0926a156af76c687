package store

import (
	"database/sql"

	"flowline/engine/fault"
)

// scanner reads the columns of one row.
type scanner func(into ...any) error

// collect reads every row and closes rows, whatever happens. Its parameters are what gorm's Rows answers.
func collect[T any](rows *sql.Rows, err error, doing string, read func(scanner) (T, error)) ([]T, error) {
	if err != nil {
		return nil, fault.Wrap(mapped(err), "%s", doing)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := read(rows.Scan)
		if err != nil {
			return nil, fault.Wrap(mapped(err), "%s", doing)
		}
		all = append(all, one)
	}
	return all, fault.Wrap(mapped(rows.Err()), "%s", doing)
}
