package store

import (
	"context"
	"sync"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
)

// Store is an engine.Store over one SQLite file or one MySQL or MariaDB database. It is safe for many goroutines, and
// any number of Stores, in any number of processes, may share a database.
type Store struct {
	dialect dialect
	inserts inserts
	reads   *gorm.DB
	writes  changer
	close   func() error // once
	types   *catalog
	known   *known
}

var _ engine.Store = (*Store)(nil)

// Options tunes a Store. The zero Options serves.
type Options struct {
	// OnStatement is told each statement as it is sent, BEGIN and COMMIT too. It must not block.
	OnStatement func(sql string)
	// Connections is how many connections to a MySQL server, or readers of a SQLite file, may be open at once; 0: as many
	// as suit the machine.
	Connections int
	// Volatile lets a SQLite file lose what was saved last when the machine loses its power: for tests, which then do not
	// wait for its disk. What a program that is killed has saved stays.
	Volatile bool
}

// changer runs changes, each in a transaction of its own or in one that it shares with others without their noticing.
type changer interface {
	// change runs fn in a transaction and commits it if fn answers nil. It may run fn again from the start when the
	// database asks for that, so fn keeps nothing from an earlier run.
	change(ctx context.Context, fn func(tx *gorm.DB) error) error
}

// Open connects to the database at address and does not change it; see Migrate. Addresses are sqlite:PATH,
// mysql://USER:PASSWORD@HOST:PORT/DATABASE and mysql://USER:PASSWORD@/DATABASE?socket=PATH. Faults: invalid
// (bad_address), unavailable.
func Open(ctx context.Context, address string, o Options) (*Store, error) {
	a, err := parseAddress(address)
	if err != nil {
		return nil, err
	}
	if o.OnStatement == nil {
		o.OnStatement = func(string) {}
	}
	s, err := a.open(ctx, o)
	if err != nil {
		return nil, fault.Wrap(mapped(err), "open the %s database", a.scheme)
	}
	s.close = sync.OnceValue(s.close)
	s.inserts, s.types, s.known = insertsOf(s.dialect), newCatalog(s), newKnown()
	return s, nil
}

// Close waits for the changes under way and frees the connections. The Store answers unavailable from then on.
func (s *Store) Close() error { return mapped(s.close()) }

// Ping asks the database whether it is there. unavailable.
func (s *Store) Ping(ctx context.Context) error {
	var one int
	return fault.Wrap(mapped(queryRow(s.read(ctx), "SELECT 1").Scan(&one)), "ping the database")
}

// read gives a session for one question.
func (s *Store) read(ctx context.Context) *gorm.DB { return s.reads.WithContext(ctx) }

// change runs fn in a transaction; see changer. Doing says what is attempted, for the log.
func (s *Store) change(ctx context.Context, doing string, fn func(tx *gorm.DB) error) error {
	err := s.writes.change(ctx, fn)
	if err == nil {
		return nil
	}
	return fault.Wrap(mapped(err), "%s", doing)
}
