package engine

import (
	"context"
	"time"
)

// FileStore keeps what people attach. A file that a Commit, a record or a message names, in an entry's Files or in a field
// of type file, is bound to the instance or to the field of the record in the same transaction, whoever names it; naming
// one that is not there binds nothing.
type FileStore interface {
	// AddFile begins a file of which nothing is there yet.
	AddFile(ctx context.Context, f FileRow) error
	// AddFilePart adds a part of its content, at most MaxFilePart bytes; the first is 0.
	AddFilePart(ctx context.Context, id string, part int, content []byte) error
	// CompleteFile says that all of it is there: its size and hash. not_found when it was removed meanwhile.
	CompleteFile(ctx context.Context, f FileRow) error
	// Files gives those among ids that are there and complete.
	Files(ctx context.Context, ids []string) ([]FileRow, error)
	// FileUses tells what files are bound to.
	FileUses(ctx context.Context, ids []string) ([]FileUse, error)
	// FilePart gives a part of the content. not_found after the last.
	FilePart(ctx context.Context, id string, part int) ([]byte, error)
	// LooseFiles counts a person's files that are bound to nothing.
	LooseFiles(ctx context.Context, person string) (int, error)
	// RemoveFile removes a file that is bound to nothing and in no form that is kept; any other, or none, is left alone.
	RemoveFile(ctx context.Context, id string) error
	// RemoveLooseFiles removes files from before a time that RemoveFile would, n at most, and tells how many it removed.
	RemoveLooseFiles(ctx context.Context, before time.Time, n int) (int, error)
}

// MaxFilePart is how many bytes of a file are in one row: well below a packet, and soon written.
const MaxFilePart = 512 << 10

// FileRow is a file without its content.
type FileRow struct {
	ID     string
	Name   string
	Type   string // media type, found by looking into it
	Size   int64
	SHA256 string // hexadecimal; empty: not all of it is there yet
	Person string // who uploaded it
	At     time.Time
	Kept   bool // in a form that somebody keeps; read only
}

// FileUse is what a file is bound to: an instance, where it goes with what somebody said, or a field of a record.
type FileUse struct {
	File       string
	RecordType string // empty: Holder is an instance
	Holder     string
	Field      string // of the record; a column of detail rows as record.ColumnKey has it
}
