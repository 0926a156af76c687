package org_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"flowline/engine/org"
	"flowline/engine/record"
)

// sample: the boss over sales (head mei) and finance (no head); a Fujian division within sales (head wu, inactive).
func sample() org.Company {
	person := func(id, department, manager string, posts ...string) org.Person {
		return org.Person{ID: id, Department: department, Manager: manager, Posts: posts, Active: true}
	}
	c := org.Company{
		People: []org.Person{
			person("boss", "company", ""),
			person("mei", "sales", "boss", "sales_manager"),
			person("lin", "sales", "mei", "seller"),
			person("chen", "fujian", "lin", "seller"),
			person("wu", "fujian", "mei", "seller"),
			person("fang", "finance", "boss"),
		},
		Departments: []org.Department{
			{ID: "company", Head: "boss"},
			{ID: "sales", Parent: "company", Head: "mei"},
			{ID: "fujian", Parent: "sales", Head: "wu"},
			{ID: "finance", Parent: "company"},
		},
		Posts: []org.Post{{Key: "sales_manager"}, {Key: "seller"}, {Key: "auditor"}},
	}
	c.People[4].Active = false
	return c
}

func TestResolve(t *testing.T) {
	facts := record.Values{"seller": "chen", "former": "wu", "amount": 7}
	for name, c := range map[string]struct {
		submitter string
		by        []org.Selector
		want      []string
	}{
		"a person":                                  {"lin", []org.Selector{{Person: "fang"}}, []string{"fang"}},
		"a person who is not there":                 {"lin", []org.Selector{{Person: "nobody"}}, nil},
		"an inactive person":                        {"lin", []org.Selector{{Person: "wu"}}, nil},
		"a post: its active holders, in order":      {"lin", []org.Selector{{Post: "seller"}}, []string{"lin", "chen"}},
		"a post that nobody holds":                  {"lin", []org.Selector{{Post: "auditor"}}, nil},
		"a department's head":                       {"lin", []org.Selector{{HeadOf: "sales"}}, []string{"mei"}},
		"a department without a head":               {"lin", []org.Selector{{HeadOf: "finance"}}, nil},
		"a named department whose head is inactive": {"lin", []org.Selector{{HeadOf: "fujian"}}, nil},
		"the submitter's head":                      {"lin", []org.Selector{{HeadOf: "submitter"}}, []string{"mei"}},
		"the submitter is the head: the one above":  {"mei", []org.Selector{{HeadOf: "submitter"}}, []string{"boss"}},
		"no head: the one above":                    {"fang", []org.Selector{{HeadOf: "submitter"}}, []string{"boss"}},
		"an inactive head: the one above":           {"chen", []org.Selector{{HeadOf: "submitter"}}, []string{"mei"}},
		"nobody is above the top":                   {"boss", []org.Selector{{HeadOf: "submitter"}}, nil},
		"the submitter's manager":                   {"chen", []org.Selector{{ManagerOf: "submitter"}}, []string{"lin"}},
		"the top has no manager":                    {"boss", []org.Selector{{ManagerOf: "submitter"}}, nil},
		"a person field":                            {"lin", []org.Selector{{Field: "seller"}}, []string{"chen"}},
		"a field with somebody inactive":            {"lin", []org.Selector{{Field: "former"}}, nil},
		"a field that is empty, or holds no person": {"lin", []org.Selector{{Field: "none"}, {Field: "amount"}}, nil},
		"the submitter":                             {"lin", []org.Selector{{Submitter: true}}, []string{"lin"}},
		"everybody once, in the selectors' order":   {"lin", []org.Selector{{Field: "seller"}, {Post: "seller"}, {Submitter: true}, {Person: "mei"}}, []string{"chen", "lin", "mei"}},
		"an empty selector names nobody":            {"lin", []org.Selector{{}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got := org.NewDirectory(sample()).Resolve(c.by, org.Case{Submitter: c.submitter, Facts: facts})
			if diff := cmp.Diff(append([]string{}, c.want...), got); diff != "" {
				t.Errorf("people (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLines(t *testing.T) {
	d := org.NewDirectory(sample())
	for _, c := range []struct {
		what      string
		got, want []string
	}{
		{"managers of chen", d.Managers("chen"), []string{"lin", "mei", "boss"}},
		{"managers of the boss", d.Managers("boss"), nil},
		{"managers of nobody", d.Managers("nobody"), nil},
		{"below the boss", d.Reports("boss"), []string{"chen", "fang", "lin", "mei", "wu"}},
		{"below mei", d.Reports("mei"), []string{"chen", "lin", "wu"}},
		{"below wu, who heads a department", d.Reports("wu"), []string{"chen"}},
		{"below fang", d.Reports("fang"), []string{}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestCirclesEnd(t *testing.T) {
	d := org.NewDirectory(org.Company{
		People: []org.Person{
			{ID: "a", Manager: "b", Department: "x", Active: true}, {ID: "b", Manager: "c", Active: true}, {ID: "c", Manager: "a", Active: true},
			{ID: "self", Manager: "self", Active: true}, {ID: "lost", Manager: "gone", Department: "gone", Active: true},
		},
		Departments: []org.Department{{ID: "x", Parent: "y"}, {ID: "y", Parent: "x", Head: "a"}},
	})
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, c := range []struct {
			what      string
			got, want []string
		}{
			{"managers in a circle", d.Managers("a"), []string{"b", "c"}},
			{"one's own manager", d.Managers("self"), nil},
			{"a manager who is gone", d.Managers("lost"), nil},
			{"reports in a circle", d.Reports("a"), []string{"b", "c"}},
			{"heads in a circle", d.Resolve([]org.Selector{{HeadOf: "submitter"}}, org.Case{Submitter: "a"}), []string{}},
			{"a department that is gone", d.Resolve([]org.Selector{{HeadOf: "submitter"}}, org.Case{Submitter: "lost"}), []string{}},
			{"one's own manager asked", d.Resolve([]org.Selector{{ManagerOf: "submitter"}}, org.Case{Submitter: "self"}), []string{}},
		} {
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.what, diff)
			}
		}
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("a circle goes round for ever")
	}
}

func TestFind(t *testing.T) {
	d := org.NewDirectory(sample())
	if p, ok := d.Person("wu"); !ok || p.Department != "fujian" {
		t.Errorf("an inactive person is not found: %v", p)
	}
	_, person := d.Person("nobody")
	_, department := d.Department("nowhere")
	_, post := d.Post("nothing")
	if person || department || post {
		t.Error("something is found that is not there")
	}
	if u, ok := d.Department("fujian"); !ok || u.Parent != "sales" {
		t.Errorf("department is %v", u)
	}
	if p, ok := d.Post("auditor"); !ok || p.Key != "auditor" {
		t.Errorf("post is %v", p)
	}
}
