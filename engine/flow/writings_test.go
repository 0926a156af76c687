package flow_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/text"
)

// fill writes a text of its own into every Text below v, and answers how many there were.
func fill(v reflect.Value, n int) int {
	if t, ok := v.Addr().Interface().(*text.Text); ok {
		*t = text.T(fmt.Sprint("zh ", n), fmt.Sprint("en ", n))
		return n + 1
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			n = fill(v.Field(i), n)
		}
	case reflect.Pointer:
		if v.IsNil() && v.Type().Elem().Kind() == reflect.Struct {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().Elem().Kind() == reflect.Struct {
			n = fill(v.Elem(), n)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			n = fill(v.Index(0), n)
		}
	}
	return n
}

// A text that is added to the document later is among the writings, or this fails.
func TestWritingsLeaveNoTextOut(t *testing.T) {
	var d flow.Definition
	n := fill(reflect.ValueOf(&d).Elem(), 0)
	d.Nodes[0].Tool = "a tool"
	found := map[string]bool{}
	for w := range flow.Writings(&d) {
		if found[w.Words] {
			t.Errorf("%s%s is there twice", w.Base, w.Path)
		}
		found[w.Words] = true
	}
	for i := range n {
		for _, words := range []string{fmt.Sprint("zh ", i), fmt.Sprint("en ", i)} {
			if !found[words] {
				t.Errorf("%s of %d is left out", words, n)
			}
		}
	}
	if !found["a tool"] || n < 7 {
		t.Errorf("%d texts and these writings: %v", n, found)
	}
	for range flow.Writings(&d) {
		break // whoever has seen enough may stop
	}
}

func TestUntaggedNamesThePlaces(t *testing.T) {
	d := parse(t, pinned(t))
	err := flow.Untagged(&d) // what is pinned was written before tags were refused, and is read for ever
	if f := fault.From(err); f.Reason != "bad_flow" || len(f.Fields) != 1 || f.Fields[0].Path != "nodes[1].description.en" || !strings.Contains(f.Fields[0].Text.EN, "<script>") {
		t.Errorf("%+v", f)
	}
	d.Nodes[1].Description.EN = "amount<100 and a < b"
	if err := flow.Untagged(&d); err != nil {
		t.Error(err)
	}
}
