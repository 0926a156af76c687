package store

import (
	"context"
	"net/url"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// address is where a database is.
type address struct {
	scheme string // sqlite or mysql
	path   string // of a SQLite file
	url    *url.URL
}

func parseAddress(s string) (address, error) {
	if path, ok := strings.CutPrefix(s, "sqlite:"); ok {
		path = strings.TrimPrefix(path, "//")
		if path == "" || strings.HasPrefix(path, ":memory:") {
			return address{}, badAddress("a path is missing after sqlite:")
		}
		return address{scheme: "sqlite", path: path}, nil
	}
	if !strings.HasPrefix(s, "mysql://") {
		return address{}, badAddress("it begins with neither sqlite: nor mysql://")
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return address{}, badAddress("it cannot be read; signs such as @ : / in the password are written %40 %3A %2F")
	case strings.Trim(u.Path, "/") == "":
		return address{}, badAddress("the name of the database is missing after the last /")
	case u.Host == "" && u.Query().Get("socket") == "":
		return address{}, badAddress("the host is missing")
	}
	return address{scheme: "mysql", url: u}, nil
}

func (a address) open(ctx context.Context, o Options) (*Store, error) {
	if a.scheme == "sqlite" {
		return openSQLite(ctx, a.path, o)
	}
	return openMySQL(ctx, a.url, o)
}

// badAddress never repeats the address: it may hold a password.
func badAddress(why string) error {
	return fault.New(fault.Invalid, "bad_address", text.T(
		"数据库地址不对。请写成 sqlite:路径 或 mysql://用户:密码@主机:端口/库名。（{why}）",
		"The database address is not right. Write sqlite:PATH or mysql://USER:PASSWORD@HOST:PORT/DATABASE. ({why})"), "why", why)
}
