package store

import (
	"context"
	"database/sql"
	"sync"
)

// sqlConn is what *sql.DB, *sql.Conn and *sql.Tx have in common.
type sqlConn interface {
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// pool is the gorm.ConnPool of this package: it reports every statement and, where that pays, keeps prepared ones.
type pool struct {
	sqlConn
	seen     func(sql string)
	prepared *statements // nil: the driver writes the values into the statement, which saves preparing it
}

// ExecContext implements gorm.ConnPool.
func (p *pool) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	p.seen(query)
	if s := p.statement(ctx, query); s != nil {
		return s.ExecContext(ctx, args...)
	}
	return p.sqlConn.ExecContext(ctx, query, args...)
}

// QueryContext implements gorm.ConnPool.
func (p *pool) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	p.seen(query)
	if s := p.statement(ctx, query); s != nil {
		return s.QueryContext(ctx, args...)
	}
	return p.sqlConn.QueryContext(ctx, query, args...)
}

// QueryRowContext implements gorm.ConnPool.
func (p *pool) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	p.seen(query)
	if s := p.statement(ctx, query); s != nil {
		return s.QueryRowContext(ctx, args...)
	}
	return p.sqlConn.QueryRowContext(ctx, query, args...)
}

// statement gives the prepared form of query, or nil when it has none; the error is then met again, and reported, by
// running query as it is.
func (p *pool) statement(ctx context.Context, query string) *sql.Stmt {
	if p.prepared == nil {
		return nil
	}
	return p.prepared.get(ctx, p.sqlConn, query)
}

// maxStatements bounds what is kept prepared: lists with filters have many forms, the rest few.
const maxStatements = 400

// statements keeps prepared statements by their text.
type statements struct {
	mu     sync.RWMutex
	byText map[string]*sql.Stmt
}

func newStatements() *statements { return &statements{byText: map[string]*sql.Stmt{}} }

func (s *statements) get(ctx context.Context, c sqlConn, query string) *sql.Stmt {
	s.mu.RLock()
	st := s.byText[query]
	s.mu.RUnlock()
	if st != nil {
		return st
	}
	st, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if other := s.byText[query]; other != nil {
		st.Close()
		return other
	}
	if len(s.byText) >= maxStatements {
		for text, old := range s.byText { // any one: what is in use comes back at once
			delete(s.byText, text)
			go old.Close() // waits for whoever is using it
			break
		}
	}
	s.byText[query] = st
	return st
}

func (s *statements) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for text, st := range s.byText {
		st.Close()
		delete(s.byText, text)
	}
}
