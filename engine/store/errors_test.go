package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"testing"

	"github.com/go-sql-driver/mysql"

	"flowline/engine/fault"
)

func TestAViolatedKeyIsNamedInEachServersWords(t *testing.T) {
	for message, want := range map[string]string{
		"Duplicate entry '1' for key 'ux_tax_no'":                     "tax_no", // MariaDB
		"Duplicate entry '1' for key 'rec_customer.ux_tax_no'":        "tax_no", // MySQL 8
		"Duplicate entry 'for key 'ux_title'. 1' for key 'ux_tax_no'": "tax_no",
		"Duplicate entry 'people_x' for key 'people.people_sign_in'":  "people_sign_in",
		"Duplicate entry 'i1' for key 'PRIMARY'":                      "PRIMARY",
	} {
		column, ok := violated(fmt.Errorf("saving: %w", &mysql.MySQLError{Number: 1062, Message: message}))
		if !ok || column != want {
			t.Errorf("%s: %q %v, want %q", message, column, ok, want)
		}
	}
	if _, ok := violated(errors.New("UNIQUE constraint failed: people.sign_in")); ok {
		t.Error("an error of no driver names a key")
	}
}

func TestErrorsOfTheDatabaseBecomeFaults(t *testing.T) {
	for _, c := range []struct {
		err  error
		code fault.Code
	}{
		{context.DeadlineExceeded, fault.Unavailable},
		{context.Canceled, fault.Unavailable},
		{driver.ErrBadConn, fault.Unavailable},
		{mysql.ErrInvalidConn, fault.Unavailable},
		{errClosed, fault.Unavailable},
		{&mysql.MySQLError{Number: 1213}, fault.Unavailable},
		{&mysql.MySQLError{Number: 1927}, fault.Unavailable},
		{&mysql.MySQLError{Number: 1064}, fault.Internal},
		{errors.New("other"), fault.Internal},
		{fmt.Errorf("in a change: %w", fault.New(fault.Refused, "x", noFlow)), fault.Refused},
	} {
		if got := fault.From(mapped(c.err)); got.Code != c.code {
			t.Errorf("%v became %s, want %s", c.err, got.Code, c.code)
		}
	}
}
