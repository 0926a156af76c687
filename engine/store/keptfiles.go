package store

import "gorm.io/gorm"

var keptFileColumns = []string{"form", "person", "file"}

// keepFiles says which files a form that a person keeps names: those, and no others.
func (s *Store) keepFiles(tx *gorm.DB, form, person string, files []string) error {
	if _, err := exec(tx, "DELETE FROM kept_files WHERE form = ? AND person = ?", form, person); err != nil {
		return err
	}
	var values []any
	for _, f := range files {
		values = append(values, form, person, f)
	}
	return runAll(tx, insert{"kept_files", keptFileColumns, s.dialect.skip(keptFileColumns)}.rows(values))
}
