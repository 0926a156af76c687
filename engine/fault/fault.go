package fault

import (
	"errors"
	"fmt"

	"flowline/engine/text"
)

// Code is the kind of a failure.
type Code string

// The kinds of failure.
const (
	Invalid     Code = "invalid"     // the input is wrong; the sender can mend it
	NotFound    Code = "not_found"   // no such thing, or none that this person may know of
	Conflict    Code = "conflict"    // somebody else was first; look again
	Refused     Code = "refused"     // understood, and not possible now
	Forbidden   Code = "forbidden"   // not this person's right
	Unavailable Code = "unavailable" // a part that is needed does not answer; try later
	Internal    Code = "internal"    // our mistake
)

// Field is one place of the input that is wrong.
type Field struct {
	Path string    `json:"path"` // as the sender wrote it, such as "nodes[3].action.by"
	Text text.Text `json:"text"`
}

// Error is a failure with a kind, a stable name and words for a person.
type Error struct {
	Code   Code
	Reason string // stable, snake_case, such as "task_already_decided"
	Text   text.Text
	Fields []Field

	doing string // what was attempted, for the log
	cause error  // for the log, never for the person
}

// New makes an Error. Pairs fill the {places} of the text.
func New(code Code, reason string, t text.Text, pairs ...string) *Error {
	return &Error{Code: code, Reason: reason, Text: t.Fill(pairs...)}
}

// With returns a copy of e that also names a wrong place of the input.
func (e *Error) With(path string, t text.Text) *Error {
	c := *e
	c.Fields = append(append([]Field(nil), e.Fields...), Field{Path: path, Text: t})
	return &c
}

// Because returns a copy of e that carries cause for the log.
func (e *Error) Because(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// Error is the wording for the log.
func (e *Error) Error() string {
	s := string(e.Code) + " " + e.Reason
	if t := e.Text.In(text.English); t != "" {
		s += ": " + t
	}
	if e.doing != "" {
		s = e.doing + ": " + s
	}
	if e.cause != nil {
		s += ": " + e.cause.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.cause }

// Wrap says what was being attempted when err arose: lower case, such as "publish quote-approval v3". The code, reason
// and words of an Error below stay; any other error becomes internal. Wrap(nil) is nil.
func Wrap(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	doing := fmt.Sprintf(format, args...)
	if below, ok := errors.AsType[*Error](err); ok {
		c := *below
		c.doing, c.cause = doing, err
		return &c
	}
	e := internal(err)
	e.doing = doing
	return e
}

// From returns the Error in err's chain, or an internal one that hides it.
func From(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return internal(err)
}

// Is reports whether err is a failure of kind code.
func Is(err error, code Code) bool { return err != nil && From(err).Code == code }

// ReasonOf gives the stable name of err's failure; "" for nil.
func ReasonOf(err error) string {
	if err == nil {
		return ""
	}
	return From(err).Reason
}

func internal(err error) *Error {
	return New(Internal, "internal", text.T("系统出错了，操作没有生效，请稍后再试。", "Something went wrong on our side; nothing was changed. Please try again.")).Because(err)
}
