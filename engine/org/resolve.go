package org

import "cmp"

// OfSubmitter is the value of HeadOf and ManagerOf that means the person who submitted.
const OfSubmitter = "submitter"

// Resolve gives the ids of the people that the selectors mean: active people only, each once, in the order of the
// selectors and, within a post, in the company's order. What names nobody adds nobody.
func (d *Directory) Resolve(selectors []Selector, in Case) []string {
	ids := []string{}
	seen := map[string]bool{}
	for _, s := range selectors {
		for _, id := range d.one(s, in) {
			if p := d.people[id]; p != nil && p.Active && !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func (d *Directory) one(s Selector, in Case) []string {
	switch {
	case s.Person != "":
		return []string{s.Person}
	case s.Post != "":
		return d.holders[s.Post]
	case s.HeadOf == OfSubmitter, FieldOf(s.HeadOf) != "":
		return d.headAbove(d.of(s.HeadOf, in))
	case s.HeadOf != "":
		if u := d.departments[s.HeadOf]; u != nil {
			return []string{u.Head}
		}
	case s.ManagerOf != "":
		if p := d.people[d.of(s.ManagerOf, in)]; p != nil && p.Manager != p.ID {
			return []string{p.Manager}
		}
	case s.Field != "":
		return []string{in.person(s.Field)}
	case s.Submitter:
		return []string{cmp.Or(in.InCharge, in.Submitter)}
	case s.Admins:
		return d.admins
	case s.Chain != nil:
		return d.chain(*s.Chain, in)
	}
	return nil
}

// of is the person that "submitter", "field:<key>" or "person:<id>" means; "" when nobody is.
func (d *Directory) of(whom string, in Case) string {
	if whom == OfSubmitter {
		return in.Submitter
	}
	if key := FieldOf(whom); key != "" {
		return in.person(key)
	}
	return PersonOf(whom)
}

func (in Case) person(field string) string {
	id, _ := in.Facts[field].(string)
	return id
}

// headAbove finds who heads somebody's department. Somebody who heads it is not their own superior, and a post of
// head that is vacant or held by an inactive person decides nothing: in both cases the department above answers.
func (d *Directory) headAbove(whose string) []string {
	p := d.people[whose]
	if p == nil {
		return nil
	}
	seen := map[string]bool{}
	for u := d.departments[p.Department]; u != nil && !seen[u.ID]; u = d.departments[u.Parent] {
		seen[u.ID] = true
		if head := d.people[u.Head]; head != nil && head.Active && head.ID != whose {
			return []string{head.ID}
		}
	}
	return nil
}
