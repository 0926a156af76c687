package fault_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"flowline/engine/fault"
	"flowline/engine/text"
)

var taken = fault.New(fault.Conflict, "value_taken", text.T("{value} 已被占用", "{value} is taken"), "value", "A-1")

func TestAForeignErrorIsInternalAndShowsNothing(t *testing.T) {
	err := fault.Wrap(io.ErrUnexpectedEOF, "publish %s v%d", "quote", 3)
	f := fault.From(err)
	if f.Code != fault.Internal || strings.Contains(f.Text.EN+f.Text.ZH, "EOF") {
		t.Errorf("shows %q of code %s", f.Text.EN, f.Code)
	}
	if !strings.HasPrefix(err.Error(), "publish quote v3: internal") || !strings.Contains(err.Error(), "EOF") || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("the log does not say enough: %v", err)
	}
}

func TestWrappingKeepsWhatAPersonReads(t *testing.T) {
	err := fault.Wrap(fault.Wrap(taken.With("number", text.T("重复", "twice")), "save record"), "submit contract")
	f := fault.From(err)
	if f.Code != fault.Conflict || f.Reason != "value_taken" || f.Text.EN != "A-1 is taken" || len(f.Fields) != 1 {
		t.Errorf("became %+v", f)
	}
	if want := "submit contract: conflict value_taken: A-1 is taken: save record: conflict value_taken"; !strings.HasPrefix(err.Error(), want) {
		t.Errorf("logged as %q, want %q first", err, want)
	}
}

func TestNothingIsNoFailure(t *testing.T) {
	if fault.Wrap(nil, "do nothing") != nil || fault.Is(nil, fault.Internal) || fault.ReasonOf(nil) != "" {
		t.Error("nil became a failure")
	}
	if !fault.Is(taken, fault.Conflict) || fault.Is(taken, fault.Invalid) || !fault.Is(io.EOF, fault.Internal) || fault.ReasonOf(taken) != "value_taken" {
		t.Error("kinds are mixed up")
	}
}

func TestACopyWithMoreLeavesTheOriginalAlone(t *testing.T) {
	a := taken.With("a", text.T("一", "one"))
	b := a.With("b", text.T("二", "two"))
	c := a.With("c", text.T("三", "three")).Because(io.EOF)
	if len(taken.Fields) != 0 || len(a.Fields) != 1 || b.Fields[1].Path != "b" || c.Fields[1].Path != "c" || a.Unwrap() != nil || !errors.Is(c, io.EOF) {
		t.Errorf("%+v %+v %+v", a.Fields, b.Fields, c.Fields)
	}
}
