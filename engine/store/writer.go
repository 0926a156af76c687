package store

import (
	"context"
	"database/sql"
	"errors"
	"sync/atomic"

	"gorm.io/gorm"
)

// maxGroup bounds how many changes share one commit, so that none waits long for the others.
const maxGroup = 128

// errClosed is what a closed store answers.
var errClosed = errors.New("the store is closed")

// writer is SQLite's changer. SQLite lets one writer in at a time and a commit waits for the disk, so whoever has the turn
// writes for all who wait: each change between its own savepoint and release, then one commit for all; what comes in
// meanwhile shares the next. Who comes alone writes at once, without another goroutine having to wake up for it. A change
// that fails is rolled back to its savepoint and spoils nothing of the others; nobody is told of success before the commit.
//
// Nothing that runs in the transaction sees the caller's context: interrupting a statement makes SQLite roll back the
// whole transaction, and with it the changes of others. A caller may give up until its change is begun; then it waits.
type writer struct {
	base  *gorm.DB
	conn  *sql.Conn
	pool  *pool
	queue chan *pending
	turn  chan struct{} // full: somebody writes
	quit  chan struct{} // closed: take no more
	ended chan struct{} // closed: nothing is written any more
}

// pending is one change on its way.
type pending struct {
	ctx   context.Context
	fn    func(tx *gorm.DB) error
	taken atomic.Bool // by who writes, or by a caller who gives up: whoever is first
	done  chan struct{}
	err   error
	panic any
}

func newWriter(base *gorm.DB, conn *sql.Conn, seen func(string)) *writer {
	return &writer{
		base:  base,
		conn:  conn,
		pool:  &pool{sqlConn: conn, seen: seen, prepared: newStatements()},
		queue: make(chan *pending, maxGroup),
		turn:  make(chan struct{}, 1),
		quit:  make(chan struct{}),
		ended: make(chan struct{}),
	}
}

func (w *writer) change(ctx context.Context, fn func(tx *gorm.DB) error) error {
	p := &pending{ctx: ctx, fn: fn, done: make(chan struct{})}
	if err := w.enqueue(ctx, p); err != nil {
		return err
	}
	for {
		select {
		case <-p.done:
			if p.panic != nil {
				panic(p.panic)
			}
			return p.err
		case w.turn <- struct{}{}:
			w.write()
		case <-ctx.Done():
			if p.taken.CompareAndSwap(false, true) {
				return ctx.Err()
			}
			<-p.done
		case <-w.ended:
			if p.taken.CompareAndSwap(false, true) {
				return errClosed
			}
			<-p.done
		}
	}
}

// enqueue has p wait for the next commit. Those who gave up leave their changes in the queue: who finds it full writes.
func (w *writer) enqueue(ctx context.Context, p *pending) error {
	select {
	case <-w.quit:
		return errClosed
	default:
	}
	select {
	case w.queue <- p:
		return nil
	default:
	}
	for {
		select {
		case w.queue <- p:
			return nil
		case w.turn <- struct{}{}:
			w.write()
		case <-ctx.Done():
			return ctx.Err()
		case <-w.quit:
			return errClosed
		}
	}
}

// write writes what waits, in one group, and gives up the turn that its caller took.
func (w *writer) write() {
	defer func() { <-w.turn }()
	if waiting := w.gather(); len(waiting) > 0 {
		w.group(waiting)
	}
}

func (w *writer) close() error {
	close(w.quit)
	w.turn <- struct{}{} // for good
	for waiting := w.gather(); len(waiting) > 0; waiting = w.gather() {
		w.group(waiting)
	}
	close(w.ended)
	w.pool.prepared.close()
	return w.conn.Close()
}

// gather takes what waits.
func (w *writer) gather() []*pending {
	var group []*pending
	for len(group) < maxGroup {
		select {
		case p := <-w.queue:
			group = append(group, p)
		default:
			return group
		}
	}
	return group
}

// group runs changes in one transaction and tells each how it went.
func (w *writer) group(group []*pending) {
	taken, err := w.transaction(group)
	for _, p := range taken {
		if err != nil && p.err == nil {
			p.err = err
		}
		close(p.done)
	}
}

// transaction answers which changes it took, each with its own error, and the error that undid all of them.
func (w *writer) transaction(group []*pending) (taken []*pending, err error) {
	if err := w.do("BEGIN IMMEDIATE"); err != nil {
		return take(group), err
	}
	taken = take(group)
	tx := w.base.Session(&gorm.Session{NewDB: true, Context: context.Background()})
	tx.Statement.ConnPool = w.pool
	good := 0
	for _, p := range taken {
		if err := w.one(tx, p, len(taken) == 1); err != nil {
			_ = w.do("ROLLBACK") // SQLite may have done so itself
			return taken, err
		}
		if p.err == nil {
			good++
		}
	}
	if good == 0 {
		return taken, w.do("ROLLBACK")
	}
	if err := w.do("COMMIT"); err != nil {
		_ = w.do("ROLLBACK")
		return taken, err
	}
	return taken, nil
}

// one runs one change between savepoints; alone, the transaction is savepoint enough. Its error is one of the
// transaction, the change's own stays in p.
func (w *writer) one(tx *gorm.DB, p *pending, alone bool) error {
	if alone {
		p.run(tx)
		return nil
	}
	if err := w.do("SAVEPOINT one"); err != nil {
		return err
	}
	if p.run(tx); p.err != nil {
		if err := w.do("ROLLBACK TO one"); err != nil {
			return err
		}
	}
	return w.do("RELEASE one")
}

func (p *pending) run(tx *gorm.DB) {
	defer func() {
		if p.panic = recover(); p.panic != nil {
			p.err = errors.New("panic in a change") // undone; the caller panics with it
		}
	}()
	p.err = p.fn(tx)
}

// take claims the changes whose callers still wait.
func take(group []*pending) []*pending {
	taken := group[:0]
	for _, p := range group {
		if p.ctx.Err() == nil && p.taken.CompareAndSwap(false, true) {
			taken = append(taken, p)
		}
	}
	return taken
}

func (w *writer) do(sql string) error {
	_, err := w.pool.ExecContext(context.Background(), sql)
	return err
}
