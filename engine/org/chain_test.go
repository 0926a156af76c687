package org_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"flowline/engine/org"
	"flowline/engine/record"
)

// line: a seller under a lead under a manager under a director under the boss; the manager's place is held by somebody
// inactive in gap, and directors may approve 100 000.
func line(gap bool) *org.Directory {
	c := org.Company{
		People: []org.Person{
			{ID: "boss", Department: "company", Posts: []string{"boss"}, Active: true, Role: org.Admin},
			{ID: "dir", Department: "company", Manager: "boss", Posts: []string{"director"}, Active: true},
			{ID: "man", Department: "sales", Manager: "dir", Posts: []string{"manager"}, Active: !gap},
			{ID: "lead", Department: "sales", Manager: "man", Posts: []string{"manager"}, Active: true},
			{ID: "ann", Department: "team", Manager: "lead", Active: true},
			{ID: "sub", Department: "team", Active: true, Role: org.Staff},
		},
		Departments: []org.Department{
			{ID: "company", Head: "boss"}, {ID: "region", Parent: "company"}, {ID: "sales", Parent: "region", Head: "man"},
			{ID: "team", Parent: "sales", Head: "lead"},
		},
		Posts: []org.Post{{Key: "manager", Limit: "9999.99"}, {Key: "director", Limit: "100000"}, {Key: "boss"}},
	}
	return org.NewDirectory(c)
}

func TestChain(t *testing.T) {
	facts := record.Values{"reviewer": "man", "amount": "100000", "small": 10, "none": nil}
	for name, c := range map[string]struct {
		chain org.Chain
		gap   bool
		want  []string
	}{
		"to the top":                           {chain: org.Chain{}, want: []string{"lead", "man", "dir", "boss"}},
		"at most two levels":                   {chain: org.Chain{Levels: 2}, want: []string{"lead", "man"}},
		"up to a post":                         {chain: org.Chain{Post: "director"}, want: []string{"lead", "man", "dir"}},
		"up to a post that nobody holds":       {chain: org.Chain{Post: "nothing"}, want: []string{"lead", "man", "dir", "boss"}},
		"until the limit covers it exactly":    {chain: org.Chain{Amount: "amount"}, want: []string{"lead", "man", "dir"}},
		"the first one's limit covers it":      {chain: org.Chain{Amount: "small"}, want: []string{"lead"}},
		"no amount is covered by nobody":       {chain: org.Chain{Amount: "none"}, want: []string{"lead", "man", "dir", "boss"}},
		"whatever comes first ends it":         {chain: org.Chain{Amount: "amount", Levels: 1}, want: []string{"lead"}},
		"the highest first":                    {chain: org.Chain{Levels: 3, Down: true}, want: []string{"dir", "man", "lead"}},
		"a vacant level: the next one up":      {chain: org.Chain{Levels: 2}, gap: true, want: []string{"lead", "dir"}},
		"the next one up signs once":           {chain: org.Chain{Levels: 3}, gap: true, want: []string{"lead", "dir"}},
		"a vacant level is skipped":            {chain: org.Chain{Levels: 2, Vacant: org.VacantSkip}, gap: true, want: []string{"lead"}},
		"a vacant level: whom the step says":   {chain: org.Chain{Levels: 3, Vacant: org.VacantEmpty}, gap: true, want: []string{"lead", "sub", "dir"}},
		"along heads, from the own department": {chain: org.Chain{Along: org.Heads, Vacant: org.VacantSkip}, want: []string{"lead", "man", "boss"}},
		"a department without a head":          {chain: org.Chain{Along: org.Heads, Levels: 3}, want: []string{"lead", "man", "boss"}},
		"from a person field":                  {chain: org.Chain{Of: "field:reviewer"}, want: []string{"dir", "boss"}},
		"from a head: not the own signature":   {chain: org.Chain{Of: "field:reviewer", Along: org.Heads}, want: []string{"boss"}},
		"from nobody":                          {chain: org.Chain{Of: "field:none"}, want: []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			if c.chain.Of == "" {
				c.chain.Of = org.OfSubmitter
			}
			if c.chain.Along == "" {
				c.chain.Along = org.Managers
			}
			in := org.Case{Submitter: "ann", Facts: facts, Vacant: []org.Selector{{Person: "sub"}}}
			got := line(c.gap).Resolve([]org.Selector{{Chain: &c.chain}}, in)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("people (-want +got):\n%s", diff)
			}
		})
	}
}

// A vacant level that nobody signs for leaves the whole chain to the step; unless the step passes there.
func TestChainLeftToTheStep(t *testing.T) {
	chain := []org.Selector{{Chain: &org.Chain{Of: org.OfSubmitter, Along: org.Managers, Vacant: org.VacantEmpty}}}
	for passes, want := range map[bool][]string{false: {}, true: {"lead", "dir", "boss"}} {
		got := line(true).Resolve(chain, org.Case{Submitter: "ann", VacantPasses: passes})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("passes %v (-want +got):\n%s", passes, diff)
		}
	}
}

func TestChainInACircle(t *testing.T) {
	d := org.NewDirectory(org.Company{People: []org.Person{
		{ID: "a", Manager: "b", Active: true}, {ID: "b", Manager: "c", Active: true}, {ID: "c", Manager: "b", Active: true},
	}})
	got := d.Resolve([]org.Selector{{Chain: &org.Chain{Of: org.OfSubmitter, Along: org.Managers}}}, org.Case{Submitter: "a"})
	if diff := cmp.Diff([]string{"b", "c"}, got); diff != "" {
		t.Errorf("people (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"b", "c"}, d.Circles()); diff != "" {
		t.Errorf("circles (-want +got):\n%s", diff)
	}
}

func TestOfAField(t *testing.T) {
	in := org.Case{Submitter: "sub", Facts: record.Values{"reviewer": "man"}}
	for of, want := range map[org.Selector][]string{
		{HeadOf: "field:reviewer"}:    {"boss"},
		{ManagerOf: "field:reviewer"}: {"dir"},
		{ManagerOf: "field:none"}:     {},
		{Admins: true}:                {"boss"},
	} {
		if diff := cmp.Diff(want, line(false).Resolve([]org.Selector{of}, in)); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", of, diff)
		}
	}
}
