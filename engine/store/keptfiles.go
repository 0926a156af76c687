package store

import (
	"context"

	"gorm.io/gorm"
)

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
	return runAll(tx, s.inserts.keptFiles.rows(values))
}

// staleFile is the condition that a row of kept_files has outlived its form. What is kept for a task goes with the decision,
// which is to be one short transaction: its rows here are left for forgetStale.
const staleFile = "NOT EXISTS (SELECT 1 FROM task_drafts WHERE task_drafts.task = kept_files.form AND task_drafts.person = kept_files.person) " +
	"AND NOT EXISTS (SELECT 1 FROM start_drafts WHERE start_drafts.id = kept_files.form AND start_drafts.person = kept_files.person)"

// forgetStale removes those rows.
func (s *Store) forgetStale(ctx context.Context) error {
	return s.change(ctx, "forget files of forms that are gone", func(tx *gorm.DB) error {
		_, err := exec(tx, "DELETE FROM kept_files WHERE "+staleFile)
		return err
	})
}
