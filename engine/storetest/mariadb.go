package storetest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"
)

// MariaDB is a Database on a private server. The first call of a test process starts it, from Debian's mariadb-server, on
// a free port of this machine. Benchmarks get one with its data in a temporary folder, durable as in production
// (innodb_flush_log_at_trx_commit=1), tests one in memory, or that at least does not wait for the disk. Without mariadbd the test fails.
func MariaDB(tb testing.TB) string {
	tb.Helper()
	server := serverFor(tb)
	name := fmt.Sprintf("flowline_%d", databases.Add(1))
	if _, err := server.admin.Exec("CREATE DATABASE " + name + " CHARACTER SET utf8mb4"); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if _, err := server.admin.Exec("DROP DATABASE " + name); err != nil {
			tb.Error(err)
		}
	})
	return server.address(name)
}

// Admin gives a connection to the private server, not to any database of it: to look at it, or to kill what it does.
func Admin(tb testing.TB) *sql.DB {
	tb.Helper()
	return serverFor(tb).admin
}

func serverFor(tb testing.TB) *server {
	tb.Helper()
	start := startVolatile
	if durable(tb) {
		start = startDurable
	}
	s, err := start()
	if err != nil {
		tb.Fatalf("MariaDB is needed for this test: %v", err)
	}
	return s
}

const (
	serverUser     = "flowline"
	serverPassword = `p@ss:/w?#%'"\词` // whatever a person may choose
)

var (
	databases     atomic.Int64
	startDurable  = sync.OnceValues(func() (*server, error) { return startServer("", "--innodb-flush-log-at-trx-commit=1") })
	startVolatile = sync.OnceValues(func() (*server, error) {
		return startServer(memory(), "--innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync --skip-innodb-doublewrite --skip-sync-frm")
	})
)

type server struct {
	host     string // with the port
	admin    *sql.DB
	alive    io.Closer // held open: see script
	migrated func() error
}

// address is that of a database on the server.
func (s *server) address(database string) string {
	u := url.URL{Scheme: "mysql", User: url.UserPassword(serverUser, serverPassword), Host: s.host, Path: "/" + database}
	return u.String()
}

// script makes the data, runs the server, and ends it as soon as its standard input does. The test process holds the
// other end: it closes when that process ends, even if it is killed. Nothing of the data is wanted then.
const script = `
dir=$1 port=$2 user=$3
exec 3<&0
mkdir "$dir/tmp" # shared with other servers, each would clear away the others' files as it starts
"$4" --no-defaults --datadir="$dir/data" --tmpdir="$dir/tmp" --user="$user" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve >"$dir/install.log" 2>&1 || exit 1
"$5" --no-defaults --datadir="$dir/data" --user="$user" --socket="$dir/sock" --tmpdir="$dir/tmp" --pid-file="$dir/pid" --port="$port" \
	--bind-address=127.0.0.1 --skip-networking=0 --skip-name-resolve --init-file="$dir/init.sql" --max-connections=400 \
	--innodb-buffer-pool-size=128M --innodb-log-file-size=96M $6 --skip-log-bin --performance-schema=OFF \
	>"$dir/server.log" 2>&1 </dev/null 3<&- &
server=$!
(cat <&3 >/dev/null; kill -9 $server) 2>/dev/null &
exec 3<&-
wait $server
rm -rf "$dir"
`

// memory is a folder that lies in memory, or nothing if there is none with room. However a server is told not to wait for
// the disk, creating a table does, and every test creates forty.
func memory() string {
	const folder, room = "/dev/shm", 2 << 30
	var free syscall.Statfs_t
	if syscall.Statfs(folder, &free) != nil || free.Bavail*uint64(free.Bsize) < room {
		return ""
	}
	return folder
}

// startServer starts a server with its data in a new folder within parent, as durable as these options make it.
func startServer(parent, durability string) (*server, error) {
	install, err := find("mariadb-install-db")
	if err != nil {
		return nil, err
	}
	daemon, err := find("mariadbd")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(parent, "flowline-mariadb-")
	if err != nil {
		return nil, err
	}
	secret := escape(serverPassword)
	init := "CREATE USER IF NOT EXISTS '" + serverUser + "'@'%' IDENTIFIED BY '" + secret + "';\nGRANT ALL ON *.* TO '" + serverUser + "'@'%';\n"
	if err := os.WriteFile(filepath.Join(dir, "init.sql"), []byte(init), 0o600); err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	user := "root"
	if os.Getuid() != 0 {
		user = strconv.Itoa(os.Getuid())
	}
	command := exec.Command("sh", "-c", script, "flowline-mariadb", dir, strconv.Itoa(port), user, install, daemon, durability)
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // an interrupt from the keyboard ends it through its input too
	alive, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()

	config := mysql.NewConfig()
	config.User, config.Passwd, config.Net, config.Addr = serverUser, serverPassword, "tcp", "127.0.0.1:"+strconv.Itoa(port)
	config.Params = map[string]string{"lock_wait_timeout": "10"} // a test that left a transaction open is told, not waited for
	connector, err := mysql.NewConnector(config)
	if err != nil {
		return nil, err
	}
	s := &server{host: config.Addr, admin: sql.OpenDB(connector), alive: alive}
	s.migrated = sync.OnceValue(s.migrate)
	return s, s.wait(dir, ended)
}

// wait waits until the server answers.
func (s *server) wait(dir string, ended <-chan error) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case err := <-ended:
			told := logs(dir)
			return errors.Join(fmt.Errorf("the server did not start: %w\n%s", err, told), os.RemoveAll(dir))
		case <-tick.C:
			if s.admin.PingContext(ctx) == nil {
				return nil
			}
			if ctx.Err() != nil {
				return fmt.Errorf("the server did not answer for a minute\n%s", logs(dir))
			}
		}
	}
}

func logs(dir string) string {
	var all string
	for _, name := range []string{"install.log", "server.log"} {
		if b, err := os.ReadFile(filepath.Join(dir, name)); err == nil {
			all += string(b[max(0, len(b)-2000):])
		}
	}
	return all
}

func find(program string) (string, error) {
	if path, err := exec.LookPath(program); err == nil {
		return path, nil
	}
	if path, err := exec.LookPath("/usr/sbin/" + program); err == nil { // not on the PATH of most people
		return path, nil
	}
	return "", fmt.Errorf("%s is not installed; on Debian: apt-get install mariadb-server", program)
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

func escape(s string) string {
	var out []rune
	for _, r := range s {
		if r == '\'' || r == '\\' {
			out = append(out, '\\')
		}
		out = append(out, r)
	}
	return string(out)
}
