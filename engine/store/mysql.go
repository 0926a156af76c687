package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"net/url"
	"runtime"
	"time"

	"github.com/go-sql-driver/mysql"
	gormmysql "gorm.io/driver/mysql"
	"gorm.io/gorm"
)

// openMySQL opens one pool for reading and writing, and one for packs.
func openMySQL(ctx context.Context, u *url.URL, o Options) (*Store, error) {
	config := mysqlConfig(u)
	several := config.Clone()
	several.MultiStatements = true
	db, err := connections(config, o)
	if err != nil {
		return nil, err
	}
	packing, err := connections(several, o)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close(), packing.Close())
	}
	base, err := gorm.Open(gormmysql.New(gormmysql.Config{
		Conn:                 &pool{sqlConn: db, seen: o.OnStatement},
		DisableWithReturning: true,
	}), gormConfig())
	if err != nil {
		return nil, errors.Join(err, db.Close(), packing.Close())
	}
	return &Store{
		dialect: mysqlDialect{config: config},
		reads:   base,
		writes:  &retrier{packs: packs{db: packing, seen: o.OnStatement}, base: base, db: db, seen: o.OnStatement},
		close:   func() error { return errors.Join(packing.Close(), db.Close()) },
	}, nil
}

func connections(c *mysql.Config, o Options) (*sql.DB, error) {
	connector, err := newConnector(c)
	if err != nil {
		return nil, err
	}
	most := o.Connections
	if most == 0 {
		most = max(16, 4*runtime.NumCPU())
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	db.SetConnMaxLifetime(30 * time.Minute) // so that copies spread again after a server behind a balancer came back
	return db, nil
}

// mysqlConfig reads an address. Its query may hold socket and tls (true, skip-verify, preferred).
func mysqlConfig(u *url.URL) *mysql.Config {
	c := mysql.NewConfig()
	c.User = u.User.Username()
	c.Passwd, _ = u.User.Password()
	c.Net, c.Addr = "tcp", u.Host
	if u.Port() == "" {
		c.Addr += ":3306"
	}
	if socket := u.Query().Get("socket"); socket != "" {
		c.Net, c.Addr = "unix", socket
	}
	c.TLSConfig = u.Query().Get("tls")
	c.DBName = u.Path[1:]
	c.Collation = "utf8mb4_bin"
	c.ParseTime, c.Loc = true, time.UTC
	c.InterpolateParams = true // one exchange per statement; safe with utf8mb4, and the driver refuses where it is not
	c.ClientFoundRows = true   // an UPDATE counts the rows it found, as SQLite's does, not those it made different
	c.Timeout = 5 * time.Second
	c.ReadTimeout, c.WriteTimeout = 60*time.Second, 60*time.Second
	c.Logger = quiet{}
	c.Params = map[string]string{
		"time_zone":                "'+00:00'",
		"sql_mode":                 "'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
		"innodb_lock_wait_timeout": "10",
	}
	return c
}

// quiet is the driver's log: what it says there it also answers as an error.
type quiet struct{}

// Print implements mysql.Logger.
func (quiet) Print(...any) {}

// connector prepares each new connection.
type connector struct {
	driver.Connector
}

func newConnector(c *mysql.Config) (driver.Connector, error) {
	inner, err := mysql.NewConnector(c)
	if err != nil {
		return nil, err
	}
	return connector{inner}, nil
}

// Connect asks for READ COMMITTED, once per connection. Every change guards itself (a revision in its WHERE, a unique key,
// FOR UPDATE), so nothing needs the gap locks of MySQL's default, which deadlock inserts that have nothing to do with each
// other. It is what TiDB and Galera advise too.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.(driver.ExecerContext).ExecContext(ctx, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", nil); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}
