package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
)

var noFile = text.T("没有这个附件。", "There is no such file.")

// AddFile implements engine.FileStore.
func (s *Store) AddFile(ctx context.Context, f engine.FileRow) error {
	return s.change(ctx, "add file "+f.ID, func(tx *gorm.DB) error {
		_, err := exec(tx, "INSERT INTO files (id, name, type, size, sha256, person, at) VALUES (?, ?, ?, 0, '', ?, ?)",
			f.ID, f.Name, f.Type, f.Person, at(f.At))
		return err
	})
}

// AddFilePart implements engine.FileStore. Each part is a transaction of its own: a large file keeps nobody waiting, and
// nothing of it is seen before CompleteFile.
func (s *Store) AddFilePart(ctx context.Context, id string, part int, content []byte) error {
	return s.change(ctx, "add a part of file "+id, func(tx *gorm.DB) error {
		_, err := exec(tx, "INSERT INTO file_parts (file, part, content) VALUES (?, ?, ?)", id, part, content)
		return err
	})
}

// CompleteFile implements engine.FileStore.
func (s *Store) CompleteFile(ctx context.Context, f engine.FileRow) error {
	return s.change(ctx, "complete file "+f.ID, func(tx *gorm.DB) error {
		found, err := exec(tx, "UPDATE files SET size = ?, sha256 = ? WHERE id = ?", f.Size, f.SHA256, f.ID)
		if err == nil && found == 0 {
			return notFound("file_not_found", noFile)
		}
		return err
	})
}

// Files implements engine.FileStore.
func (s *Store) Files(ctx context.Context, ids []string) ([]engine.FileRow, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := query(s.read(ctx), "SELECT id, name, type, size, sha256, person, at, "+keptFile+" FROM files WHERE id IN "+places(len(ids))+" AND sha256 <> '' ORDER BY at, id", anys(ids)...)
	return collect(rows, err, "read files", func(scan scanner) (f engine.FileRow, err error) {
		err = scan(&f.ID, &f.Name, &f.Type, &f.Size, &f.SHA256, &f.Person, &f.At, &f.Kept)
		f.At = f.At.UTC()
		return f, err
	})
}

// FileUses implements engine.FileStore.
func (s *Store) FileUses(ctx context.Context, ids []string) ([]engine.FileUse, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := query(s.read(ctx), "SELECT file, record_type, holder, field FROM file_uses WHERE file IN "+places(len(ids))+" ORDER BY file, holder, field", anys(ids)...)
	return collect(rows, err, "read what files are bound to", func(scan scanner) (u engine.FileUse, err error) {
		return u, scan(&u.File, &u.RecordType, &u.Holder, &u.Field)
	})
}

// FilePart implements engine.FileStore.
func (s *Store) FilePart(ctx context.Context, id string, part int) ([]byte, error) {
	var content []byte
	err := queryRow(s.read(ctx), "SELECT content FROM file_parts WHERE file = ? AND part = ?", id, part).Scan(&content)
	if missing(err) {
		return nil, notFound("file_part_not_found", noFile)
	}
	return content, fault.Wrap(mapped(err), "read a part of file %s", id)
}

const (
	looseFile = "NOT EXISTS (SELECT 1 FROM file_uses WHERE file_uses.file = files.id)"
	keptFile  = "EXISTS (SELECT 1 FROM kept_files WHERE kept_files.file = files.id AND NOT (" + staleFile + "))"
	unwanted  = looseFile + " AND NOT " + keptFile
)

// LooseFiles implements engine.FileStore.
func (s *Store) LooseFiles(ctx context.Context, person string) (n int, err error) {
	err = queryRow(s.read(ctx), "SELECT COUNT(*) FROM files WHERE person = ? AND "+looseFile, person).Scan(&n)
	return n, fault.Wrap(mapped(err), "count the loose files of %s", person)
}

// RemoveFile implements engine.FileStore.
func (s *Store) RemoveFile(ctx context.Context, id string) error {
	return s.change(ctx, "remove file "+id, func(tx *gorm.DB) error {
		found, err := exec(tx, "DELETE FROM files WHERE id = ? AND "+unwanted, id)
		if err == nil && found > 0 {
			_, err = exec(tx, "DELETE FROM file_parts WHERE file = ?", id)
		}
		return err
	})
}

// RemoveLooseFiles implements engine.FileStore. Each file goes in a transaction of its own, so that each is short.
func (s *Store) RemoveLooseFiles(ctx context.Context, before time.Time, n int) (int, error) {
	if err := s.forgetStale(ctx); err != nil {
		return 0, err
	}
	rows, err := query(s.read(ctx), "SELECT id FROM files WHERE at < ? AND "+unwanted+" ORDER BY at LIMIT ?", at(before), n)
	ids, err := collect(rows, err, "look for loose files", func(scan scanner) (id string, err error) { return id, scan(&id) })
	if err != nil {
		return 0, err
	}
	for i, id := range ids {
		if err := s.RemoveFile(ctx, id); err != nil {
			return i, err
		}
	}
	return len(ids), nil
}
