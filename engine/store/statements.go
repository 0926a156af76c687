package store

import "gorm.io/gorm"

// statement is one statement made ready before its transaction begins, so that the transaction is short.
type statement struct {
	sql  string
	args []any
}

func (s statement) run(tx *gorm.DB) (int64, error) { return exec(tx, s.sql, s.args...) }

// runAll runs statements whose counts do not matter.
func runAll(tx *gorm.DB, list []statement) error {
	for _, s := range list {
		if _, err := s.run(tx); err != nil {
			return err
		}
	}
	return nil
}

// rows makes the statements that insert values, which holds row after row.
func (i insert) rows(values []any) []statement {
	width := len(i.columns)
	most := maxBound / width * width
	var list []statement
	for len(values) > 0 {
		n := min(len(values), most)
		list = append(list, statement{i.sql(n / width), values[:n:n]})
		values = values[n:]
	}
	return list
}
