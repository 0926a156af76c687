package org

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
	case s.HeadOf == OfSubmitter:
		return d.headAbove(in.Submitter)
	case s.HeadOf != "":
		if u := d.departments[s.HeadOf]; u != nil {
			return []string{u.Head}
		}
	case s.ManagerOf == OfSubmitter:
		if p := d.people[in.Submitter]; p != nil && p.Manager != p.ID {
			return []string{p.Manager}
		}
	case s.Field != "":
		id, _ := in.Facts[s.Field].(string)
		return []string{id}
	case s.Submitter:
		return []string{in.Submitter}
	}
	return nil
}

// headAbove finds who heads the submitter's department. Somebody who heads it is not their own superior, and a post of
// head that is vacant or held by an inactive person decides nothing: in both cases the department above answers.
func (d *Directory) headAbove(submitter string) []string {
	p := d.people[submitter]
	if p == nil {
		return nil
	}
	seen := map[string]bool{}
	for u := d.departments[p.Department]; u != nil && !seen[u.ID]; u = d.departments[u.Parent] {
		seen[u.ID] = true
		if head := d.people[u.Head]; head != nil && head.Active && head.ID != submitter {
			return []string{head.ID}
		}
	}
	return nil
}
