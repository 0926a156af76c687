package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	"github.com/go-sql-driver/mysql"
	"gorm.io/gorm"
	"modernc.org/sqlite"

	"flowline/engine/fault"
	"flowline/engine/text"
)

// mapped makes a fault of what a driver, database/sql or gorm answers when the database does not answer or cannot write:
// unavailable. A fault stays what it is; any other error stays too, and is internal to whoever reads it as a fault.
func mapped(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	switch {
	case errors.Is(err, context.Canceled):
		return fault.New(fault.Unavailable, "cancelled", text.T("操作已取消，没有生效。", "The request was cancelled; nothing was changed.")).Because(err)
	case errors.Is(err, context.DeadlineExceeded):
		return unavailable("timed_out").Because(err)
	case lost(err):
		return unavailable("database_unavailable").Because(err)
	}
	return err
}

func unavailable(reason string) *fault.Error {
	return fault.New(fault.Unavailable, reason, text.T("数据库暂时没有响应，请稍后再试。", "The database does not answer just now. Please try again in a moment."))
}

// lost reports whether err says that the database is not there, or not for writing.
func lost(err error) bool {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return sqliteLost[e.Code()&0xff]
	}
	if e, ok := errors.AsType[*mysql.MySQLError](err); ok {
		return mysqlLost[e.Number]
	}
	if _, ok := errors.AsType[net.Error](err); ok {
		return true
	}
	for _, known := range []error{errClosed, sql.ErrConnDone, driver.ErrBadConn, mysql.ErrInvalidConn, io.EOF, io.ErrUnexpectedEOF, net.ErrClosed} {
		if errors.Is(err, known) {
			return true
		}
	}
	return strings.Contains(err.Error(), "sql: database is closed") // database/sql has no name for it
}

// sqliteLost are the primary result codes: busy, locked, read-only, interrupted, I/O error, full, cannot open.
var sqliteLost = map[int]bool{5: true, 6: true, 8: true, 9: true, 10: true, 13: true, 14: true}

// mysqlLost: too many connections, shut down, aborted, killed, not ready (Galera), read-only, and the two of worthRetrying
// when trying again did not help.
var mysqlLost = map[uint16]bool{
	1040: true, 1203: true, 1053: true, 1152: true, 1184: true, 1927: true, 1317: true, 1047: true, 1290: true, 1836: true, 1792: true,
	1205: true, 1213: true, 1020: true, 3101: true, 8002: true, 9007: true,
}

// worthRetrying reports whether the server undid a transaction for another's sake: lock wait, deadlock (also what Galera
// says when certification fails), a row changed since the snapshot, group replication's rollback, TiDB's write conflicts.
func worthRetrying(err error) bool {
	return mysqlSays(err, 1205, 1213, 1020, 3101, 8002, 9007)
}

// violated reports whether err says that a unique key is taken, and of which column: gorm does not know the codes of this
// SQLite driver, so it is read here for both.
func violated(err error) (column string, ok bool) {
	if e, is := errors.AsType[*sqlite.Error](err); is && (e.Code() == 1555 || e.Code() == 2067) {
		_, place, _ := strings.Cut(e.Error(), "UNIQUE constraint failed: ") // … rec_customer.tax_no (2067)
		place, _, _ = strings.Cut(place, " ")
		place = strings.TrimSuffix(place, ",")
		return place[strings.LastIndexByte(place, '.')+1:], true
	}
	if e, is := errors.AsType[*mysql.MySQLError](err); is && e.Number == 1062 {
		_, key, _ := strings.Cut(e.Message, "for key '") // … for key 'rec_customer.ux_tax_no', on MariaDB without the table
		for rest := key; ; {                             // the value before may hold the same words
			_, after, more := strings.Cut(rest, "for key '")
			if !more {
				key = rest
				break
			}
			rest = after
		}
		key = strings.TrimSuffix(key, "'")
		return strings.TrimPrefix(key[strings.LastIndexByte(key, '.')+1:], uniquePrefix), true
	}
	return "", false
}

// uniquePrefix stands before a field's key in the name of its unique index.
const uniquePrefix = "ux_"

// missing reports whether err says that there is no such row.
func missing(err error) bool {
	return errors.Is(err, sql.ErrNoRows) || errors.Is(err, gorm.ErrRecordNotFound)
}

// notFound is the fault for a row that is not there; what names it in both languages.
func notFound(reason string, t text.Text, pairs ...string) error {
	return fault.New(fault.NotFound, reason, t, pairs...)
}

func conflict(reason string, t text.Text) *fault.Error {
	return fault.New(fault.Conflict, reason, t)
}

// alreadyDone reports whether DDL was refused because its work is done: MySQL's codes for a table, column or index that
// exists and for an index that does not. SQLite never gets there, it looks and makes in one transaction.
func alreadyDone(err error) bool { return mysqlSays(err, 1050, 1060, 1061, 1091) }

// needsLength: MySQL indexes a TEXT only by so many of its first characters.
func needsLength(err error) bool { return mysqlSays(err, 1170) }

// tooManyIndexes: MySQL has at most 64 per table.
func tooManyIndexes(err error) bool { return mysqlSays(err, 1069) }

// rowTooWide: a MySQL row holds 65 535 bytes beside its long texts.
func rowTooWide(err error) bool { return mysqlSays(err, 1118, 1117) }

func mysqlSays(err error, numbers ...uint16) bool {
	e, ok := errors.AsType[*mysql.MySQLError](err)
	return ok && slices.Contains(numbers, e.Number)
}
