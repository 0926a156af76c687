package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strings"

	"github.com/go-sql-driver/mysql"
)

// packer is a changer that can send a whole change at once.
type packer interface {
	// pack runs statements that do not depend on each other's answers in one transaction, and tells whether it did. If
	// anything is not as it should be (an error, a statement that must find rows and found none) nothing is changed, done is
	// false, and running them one by one tells what it is. An error means that it is not known what the database did.
	pack(ctx context.Context, all []expected) (done bool, err error)
}

// expected is a statement that fails if it must find a row and does not.
type expected struct {
	statement
	must bool
}

// packs is MySQL's packer: one exchange with the server for BEGIN, all statements and COMMIT, instead of one each, which is
// most of what a short transaction costs on either side. The server stops at the first statement that fails, so COMMIT is
// reached only if all of them went well; that one which must find a row has found it is for the statement behind it to see,
// which fails otherwise. Where none can, COMMIT is sent by itself once the counts are known. It has connections of its own,
// for only they let several statements pass in one text; what a person can shape (lists with filters) never runs on them.
type packs struct {
	db   *sql.DB
	seen func(sql string)
}

// maxPacked keeps a text well below a packet, 16 MiB unless the server says otherwise.
const maxPacked = 1 << 20

func (p *packs) pack(ctx context.Context, all []expected) (bool, error) {
	text, args, whole, ok := join(all)
	if !ok {
		return false, nil
	}
	c, err := p.db.Conn(ctx)
	if err != nil {
		return false, ctx.Err()
	}
	defer c.Close()
	p.seen("START TRANSACTION")
	for _, s := range all {
		p.seen(s.sql)
	}
	found, err := send(ctx, c, text, args)
	if err != nil && whole && !refused(err) { // it may have come as far as COMMIT
		undo(c)
		return false, errors.Join(ctx.Err(), err)
	}
	if err != nil || !foundAll(found, all) {
		p.seen("ROLLBACK")
		undo(c)
		return false, ctx.Err()
	}
	p.seen("COMMIT")
	if whole {
		return true, nil
	}
	if _, err = c.ExecContext(ctx, "COMMIT"); err == nil {
		return true, nil
	}
	undo(c)
	if worthRetrying(err) { // a cluster found at the end that another change was first
		return false, nil
	}
	return false, err
}

// refused reports whether the server has said that a statement failed, or the driver that it sent nothing.
func refused(err error) bool {
	var told *mysql.MySQLError
	return errors.As(err, &told) || errors.Is(err, driver.ErrBadConn)
}

// join makes one text; whole says that COMMIT is in it. Ok is false when it would be too long.
func join(all []expected) (text string, args []any, whole, ok bool) {
	size, bound := 0, 0
	for _, s := range all {
		size += len(s.sql)
		bound += len(s.args)
	}
	args = make([]any, 0, bound)
	whole = !all[len(all)-1].must
	var b strings.Builder
	b.Grow(size + 40 + 32*len(all))
	b.WriteString("START TRANSACTION")
	for i, s := range all {
		b.WriteString(";\n")
		if i > 0 && all[i-1].must {
			whole = guarded(&b, s) && whole
		} else {
			b.WriteString(s.sql)
		}
		args = append(args, s.args...)
	}
	if whole {
		b.WriteString(";\nCOMMIT")
	}
	for _, a := range args {
		if s, ok := a.(string); ok {
			size += len(s)
		}
	}
	return b.String(), args, whole, size < maxPacked
}

// guarded writes a statement so that it fails if the one before it has found no row, and tells whether it could. An INSERT
// wants NULL as the first part of its key then, which no table takes. An UPDATE that must find a row itself finds none, and
// leaves it to the statement behind it.
func guarded(b *strings.Builder, s expected) bool {
	const values, found = " VALUES (?", "ROW_COUNT() > 0"
	if head, tail, ok := strings.Cut(s.sql, values); ok && strings.HasPrefix(head, "INSERT INTO ") {
		b.WriteString(head)
		b.WriteString(" VALUES (IF(" + found + ",?,NULL)")
		b.WriteString(tail)
		return true
	}
	b.WriteString(s.sql)
	if s.must {
		b.WriteString(" AND " + found)
	}
	return s.must
}

// send runs a text of several statements and answers what each found, which database/sql does not tell.
func send(ctx context.Context, c *sql.Conn, text string, args []any) (found []int64, err error) {
	values := make([]driver.NamedValue, len(args))
	for i, a := range args {
		v, err := driver.DefaultParameterConverter.ConvertValue(a)
		if err != nil {
			return nil, err
		}
		values[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	err = c.Raw(func(c any) error {
		done, err := c.(driver.ExecerContext).ExecContext(ctx, text, values)
		if err == nil {
			found = done.(mysql.Result).AllRowsAffected()
		}
		return err
	})
	return found, err
}

// foundAll reports whether every statement that must find a row did. The first answer is that of START TRANSACTION; there
// may be one of COMMIT.
func foundAll(found []int64, all []expected) bool {
	if len(found) <= len(all) {
		return false
	}
	for i, s := range all {
		if s.must && found[i+1] == 0 {
			return false
		}
	}
	return true
}

// undo rolls back, or gives the connection up, which has the same effect.
func undo(c *sql.Conn) {
	if _, err := c.ExecContext(context.Background(), "ROLLBACK"); err != nil {
		_ = c.Raw(func(any) error { return driver.ErrBadConn })
	}
}
