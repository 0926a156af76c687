package store

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"time"

	"gorm.io/gorm"
)

// retrier is MySQL's changer: each change has a transaction of its own, tried again when the server undid it for the sake
// of another one (deadlock, lock wait, certification in a cluster).
type retrier struct {
	packs
	base *gorm.DB
	db   *sql.DB
	seen func(sql string)
}

// maxTries is how often a change is tried in all; with the pauses between, for about a second.
const maxTries = 10

func (r *retrier) change(ctx context.Context, fn func(tx *gorm.DB) error) error {
	for try := 1; ; try++ {
		err := r.once(ctx, fn)
		if err == nil || try == maxTries || !worthRetrying(err) {
			return err
		}
		pause := time.Duration(1<<min(try, 7)) * time.Millisecond
		select {
		case <-time.After(pause/2 + rand.N(pause)):
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		}
	}
}

func (r *retrier) once(ctx context.Context, fn func(tx *gorm.DB) error) error {
	r.seen("START TRANSACTION")
	t, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback() // does nothing after a commit
	tx := r.base.Session(&gorm.Session{NewDB: true, Context: ctx})
	tx.Statement.ConnPool = &pool{sqlConn: t, seen: r.seen}
	if err := fn(tx); err != nil {
		return err
	}
	r.seen("COMMIT")
	return t.Commit()
}
