package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"
	_ "modernc.org/sqlite" // the driver of the floor, as of the store
)

// FloorSQLite measures the least that a flow of two commits costs on SQLite, as durable as the store: straight on the
// driver, statements prepared, no engine, no JSON, and only the tables that such a flow cannot do without.
func FloorSQLite(b *testing.B, concurrency int) {
	path := strings.TrimPrefix(SQLite(b), "sqlite:")
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?_txlock=immediate&_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // SQLite has one writer; more connections would only fight for its lock
	floor(b, db, concurrency, true)
}

// FloorMariaDB measures the same on the private server, with innodb_flush_log_at_trx_commit=1, as all benchmarks have it.
func FloorMariaDB(b *testing.B, concurrency int) {
	u, err := url.Parse(MariaDB(b))
	if err != nil {
		b.Fatal(err)
	}
	c := mysql.NewConfig()
	c.User = u.User.Username()
	c.Passwd, _ = u.User.Password()
	c.Net, c.Addr, c.DBName = "tcp", u.Host, u.Path[1:]
	c.InterpolateParams = true // faster than preparing
	connector, err := mysql.NewConnector(c)
	if err != nil {
		b.Fatal(err)
	}
	db := sql.OpenDB(connector)
	defer db.Close()
	db.SetMaxOpenConns(concurrency)
	db.SetMaxIdleConns(concurrency)
	floor(b, db, concurrency, false)
}

// Parallel runs flow b.N times in all from so many goroutines and reports instances per second. Flow gets the number of
// the run.
func Parallel(b *testing.B, concurrency int, flow func(n int) error) {
	b.Helper()
	var (
		turn atomic.Int64
		all  sync.WaitGroup
	)
	b.ResetTimer()
	began := time.Now()
	for range concurrency {
		all.Go(func() {
			for {
				n := int(turn.Add(1))
				if n > b.N {
					return
				}
				if err := flow(n); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	b.ReportMetric(float64(b.N)/time.Since(began).Seconds(), "instances/s")
}

var floorTables = []string{
	"CREATE TABLE floor_instances (id VARCHAR(40) PRIMARY KEY, revision INT NOT NULL, status VARCHAR(20) NOT NULL, state TEXT NOT NULL)",
	"CREATE TABLE floor_tasks (instance VARCHAR(40), task VARCHAR(10), assignee VARCHAR(40) NOT NULL, state VARCHAR(20) NOT NULL, PRIMARY KEY (instance, task))",
	"CREATE INDEX floor_inbox ON floor_tasks (assignee, state)",
	"CREATE TABLE floor_journal (instance VARCHAR(40), seq INT, entry TEXT NOT NULL, PRIMARY KEY (instance, seq))",
	"CREATE TABLE floor_records (id VARCHAR(40) PRIMARY KEY, revision INT NOT NULL, amount DECIMAL(20,2) NOT NULL, status VARCHAR(20), locked_by VARCHAR(40) NOT NULL)",
}

// What a flow of start, decision, approval, update and end writes: entries in its journal per commit, and bytes.
const (
	floorEntries = 5
	floorState   = 1200
	floorEntry   = 200
)

type floorFlow struct {
	db       *sql.DB
	prepared map[string]*sql.Stmt
}

func floor(b *testing.B, db *sql.DB, concurrency int, prepare bool) {
	b.Helper()
	for _, ddl := range floorTables {
		if _, err := db.Exec(ddl); err != nil {
			b.Fatal(err)
		}
	}
	f := floorFlow{db: db}
	if prepare {
		f.prepared = map[string]*sql.Stmt{}
		for _, q := range []string{floorSelectRecord, floorInsert, floorTask, floorLock, floorSelect, floorUpdate, floorDecide, floorFree, floorJournal} {
			s, err := db.Prepare(q)
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			f.prepared[q] = s
		}
	}
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	defer tx.Rollback()
	for n := 1; n <= b.N; n++ {
		if _, err := tx.Exec("INSERT INTO floor_records VALUES (?, 1, 120000, NULL, '')", fmt.Sprintf("record-%029d", n)); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	Parallel(b, concurrency, f.run)
}

const (
	floorSelectRecord = "SELECT revision, amount, locked_by FROM floor_records WHERE id = ?"
	floorInsert       = "INSERT INTO floor_instances VALUES (?, 1, 'running', ?)"
	floorTask         = "INSERT INTO floor_tasks VALUES (?, 'k1', ?, 'open')"
	floorLock         = "UPDATE floor_records SET locked_by = ? WHERE id = ? AND locked_by = ''"
	floorSelect       = "SELECT revision, state FROM floor_instances WHERE id = ?"
	floorUpdate       = "UPDATE floor_instances SET revision = revision + 1, status = 'approved', state = ? WHERE id = ? AND revision = ?"
	floorDecide       = "UPDATE floor_tasks SET state = 'approved' WHERE instance = ? AND task = 'k1'"
	floorFree         = "UPDATE floor_records SET revision = revision + 1, status = ?, locked_by = '' WHERE id = ?"
)

var floorJournal = "INSERT INTO floor_journal VALUES " + strings.TrimSuffix(strings.Repeat("(?, ?, ?),", floorEntries), ",")

// run is one instance: read the record, submit, read the instance, decide.
func (f floorFlow) run(n int) error {
	id, rec := fmt.Sprintf("instance-%027d", n), fmt.Sprintf("record-%029d", n)
	state := strings.Repeat("s", floorState)
	var (
		revision       int
		amount, holder string
	)
	if err := f.row(floorSelectRecord, []any{rec}, &revision, &amount, &holder); err != nil {
		return err
	}
	if err := f.transaction([][]any{
		{floorInsert, id, state},
		{floorTask, id, fmt.Sprint("person-", n%500)},
		append([]any{floorJournal}, floorLines(id, 0)...),
		{floorLock, id, rec},
	}); err != nil {
		return err
	}
	if err := f.row(floorSelect, []any{id}, &revision, &state); err != nil {
		return err
	}
	return f.transaction([][]any{
		{floorUpdate, state, id, revision},
		{floorDecide, id},
		append([]any{floorJournal}, floorLines(id, floorEntries)...),
		{floorFree, "approved", rec},
	})
}

func floorLines(id string, from int) []any {
	var args []any
	entry := strings.Repeat("e", floorEntry)
	for i := range floorEntries {
		args = append(args, id, from+i, entry)
	}
	return args
}

// transaction runs statements, each with its values behind it.
func (f floorFlow) transaction(statements [][]any) error {
	ctx := context.Background()
	tx, err := f.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, s := range statements {
		query := s[0].(string)
		if st := f.prepared[query]; st != nil {
			_, err = tx.StmtContext(ctx, st).ExecContext(ctx, s[1:]...)
		} else {
			_, err = tx.ExecContext(ctx, query, s[1:]...)
		}
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (f floorFlow) row(query string, args []any, into ...any) error {
	if st := f.prepared[query]; st != nil {
		return st.QueryRow(args...).Scan(into...)
	}
	return f.db.QueryRow(query, args...).Scan(into...)
}
