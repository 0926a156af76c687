package engine

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"time"

	"flowline/engine/fault"
)

// Limits of attachments.
const (
	maxFileSize = 20 << 20       // bytes of one, unless the options say otherwise
	maxAttached = 10             // to one decision, message or submission
	maxLoose    = 100            // that a person has uploaded and not used yet
	keptLoose   = 24 * time.Hour // for using what was uploaded
)

// FileRef is an attachment as those see it who may have it.
type FileRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Size int64  `json:"size"` // in bytes
	Type string `json:"type"` // media type, by what is in it
}

// Upload is a file on its way in.
type Upload struct {
	Name    string
	Size    int64 // as it was announced; below 0: it was not
	Content io.Reader
}

// MaxFile is how many bytes an attachment may have.
func (e *Engine) MaxFile() int64 { return e.maxFile }

// AddFile keeps a file for whoever uploads it: it is theirs alone until they attach it to something, and removed after a
// day if they do not, nor keep a form that names it. It is written as it comes in, part by part. Faults: invalid
// (file_empty, file_too_large, file_cut_short), refused (files_unused).
func (e *Engine) AddFile(ctx context.Context, who string, u Upload) (FileRef, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return FileRef{}, err
	}
	if u.Size > e.maxFile {
		return FileRef{}, e.tooLarge()
	}
	loose, err := e.store.LooseFiles(ctx, a.ID)
	if err != nil {
		return FileRef{}, err
	}
	if loose >= maxLoose {
		return FileRef{}, errFilesUnused
	}
	in := &incoming{from: u.Content, hash: sha256.New(), part: make([]byte, MaxFilePart)}
	first, err := in.next()
	if err != nil {
		return FileRef{}, err
	}
	if len(first) == 0 {
		return FileRef{}, errFileEmpty
	}
	row := FileRow{ID: e.newID(), Name: cleanName(u.Name), Person: a.ID, At: e.at()}
	row.Type = mediaType(row.Name, first)
	if err := e.store.AddFile(ctx, row); err != nil {
		return FileRef{}, err
	}
	if err := e.takeIn(ctx, &row, in, u.Size, first); err != nil {
		_ = e.store.RemoveFile(context.WithoutCancel(ctx), row.ID) // else it goes with what is loose
		return FileRef{}, fault.Wrap(err, "take in file %s", row.ID)
	}
	return row.ref(), nil
}

// takeIn writes the parts of a file, and says of it that it is whole once it is.
func (e *Engine) takeIn(ctx context.Context, row *FileRow, in *incoming, announced int64, part []byte) (err error) {
	for n := 0; len(part) > 0; n++ {
		if in.size > e.maxFile {
			return e.tooLarge()
		}
		if err := e.store.AddFilePart(ctx, row.ID, n, part); err != nil {
			return err
		}
		if part, err = in.next(); err != nil {
			return err
		}
	}
	if announced >= 0 && in.size != announced { // a lost connection looks like the end
		return errCutShort
	}
	row.Size, row.SHA256 = in.size, hex.EncodeToString(in.hash.Sum(nil))
	return e.store.CompleteFile(ctx, *row)
}

// incoming cuts what comes in into parts.
type incoming struct {
	from io.Reader
	hash hash.Hash
	size int64
	part []byte
}

// next gives the next part, which stands until the next call; empty: that was all.
func (in *incoming) next() ([]byte, error) {
	n := 0
	for n < len(in.part) {
		more, err := in.from.Read(in.part[n:])
		n += more
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errCutShort.Because(err)
		}
	}
	in.size += int64(n)
	in.hash.Write(in.part[:n])
	return in.part[:n], nil
}

// File is an attachment that somebody may have.
type File struct {
	FileRef
	SHA256 string
	store  Store
}

// File gives an attachment: to whoever may see what it is attached to, at the rights of the field that it stands in; one
// that is attached to nothing yet, to whoever uploaded it. not_found for everybody else.
func (e *Engine) File(ctx context.Context, who, id string) (File, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return File{}, err
	}
	rows, err := e.store.Files(ctx, []string{id})
	if err != nil {
		return File{}, err
	}
	if len(rows) == 0 {
		return File{}, errNoFile
	}
	if err := e.mayHave(ctx, a, rows[0]); err != nil {
		return File{}, err
	}
	return File{FileRef: rows[0].ref(), SHA256: rows[0].SHA256, store: e.store}, nil
}

// Open reads the content, part by part as it is wanted, so that nothing is held for a slow reader. Whoever reads to the
// end has what was uploaded, to the byte; else reading fails.
func (f File) Open(ctx context.Context) io.Reader {
	return &outgoing{ctx: ctx, file: f, hash: sha256.New()}
}

// outgoing puts the parts together again.
type outgoing struct {
	ctx  context.Context
	file File
	hash hash.Hash
	n    int   // the next part
	read int64 // bytes of the parts so far
	part bytes.Reader
}

// Read implements io.Reader.
func (o *outgoing) Read(p []byte) (int, error) {
	if o.part.Len() == 0 {
		if o.read == o.file.Size {
			return 0, io.EOF
		}
		content, err := o.file.store.FilePart(o.ctx, o.file.ID, o.n)
		if err != nil {
			return 0, err
		}
		o.hash.Write(content)
		o.n, o.read = o.n+1, o.read+int64(len(content))
		if o.read >= o.file.Size && hex.EncodeToString(o.hash.Sum(nil)) != o.file.SHA256 {
			return 0, fault.Wrap(errors.New("the content is not what was uploaded"), "read file %s", o.file.ID)
		}
		o.part.Reset(content)
	}
	return o.part.Read(p)
}

// RemoveLooseFiles removes what was uploaded and not attached, nor kept with a form, within a day. An hour more is for
// whoever is attaching it just then.
func (e *Engine) RemoveLooseFiles(ctx context.Context) error {
	const atOnce = 100
	for {
		n, err := e.store.RemoveLooseFiles(ctx, e.at().Add(-keptLoose-time.Hour), atOnce)
		if err != nil || n < atOnce {
			return err
		}
	}
}

func (f FileRow) ref() FileRef { return FileRef{ID: f.ID, Name: f.Name, Size: f.Size, Type: f.Type} }
