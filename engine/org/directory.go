package org

import (
	"slices"
	"sort"

	"flowline/engine/record"
)

// Directory is a Company made ready for questions. It is immutable and safe for many goroutines.
type Directory struct {
	company     Company
	people      map[string]*Person
	departments map[string]*Department
	posts       map[string]*Post
	holders     map[string][]string // by post: people in the company's order
	below       map[string][]string // by person: whose direct manager they are
	members     map[string][]string // by department
	parts       map[string][]string // by department: its direct sub-departments
	heads       map[string][]string // by person: departments they head
	admins      []string
}

// NewDirectory indexes a company, which nobody may change afterwards. Where an id is there twice, the first counts.
func NewDirectory(c Company) *Directory {
	d := &Directory{
		company: c, people: map[string]*Person{}, departments: map[string]*Department{}, posts: map[string]*Post{},
		holders: map[string][]string{}, below: map[string][]string{}, members: map[string][]string{},
		parts: map[string][]string{}, heads: map[string][]string{},
	}
	for i := range c.People {
		p := &c.People[i]
		if _, twice := d.people[p.ID]; twice {
			continue
		}
		d.people[p.ID] = p
		if p.Role == Admin {
			d.admins = append(d.admins, p.ID)
		}
		for _, post := range p.Posts {
			d.holders[post] = append(d.holders[post], p.ID)
		}
		if p.Manager != "" {
			d.below[p.Manager] = append(d.below[p.Manager], p.ID)
		}
		if p.Department != "" {
			d.members[p.Department] = append(d.members[p.Department], p.ID)
		}
	}
	for i := range c.Departments {
		u := &c.Departments[i]
		if _, twice := d.departments[u.ID]; twice {
			continue
		}
		d.departments[u.ID] = u
		if u.Parent != "" {
			d.parts[u.Parent] = append(d.parts[u.Parent], u.ID)
		}
		if u.Head != "" {
			d.heads[u.Head] = append(d.heads[u.Head], u.ID)
		}
	}
	for i := range c.Posts {
		if _, twice := d.posts[c.Posts[i].Key]; !twice {
			d.posts[c.Posts[i].Key] = &c.Posts[i]
		}
	}
	return d
}

// Company is the company that the directory is of.
func (d *Directory) Company() Company { return d.company }

// Person finds a person by id, active or not.
func (d *Directory) Person(id string) (Person, bool) {
	if p, ok := d.people[id]; ok {
		return *p, true
	}
	return Person{}, false
}

// Department finds a department by id.
func (d *Directory) Department(id string) (Department, bool) {
	if u, ok := d.departments[id]; ok {
		return *u, true
	}
	return Department{}, false
}

// Post finds a post by key.
func (d *Directory) Post(key string) (Post, bool) {
	if p, ok := d.posts[key]; ok {
		return *p, true
	}
	return Post{}, false
}

// Managers lists a person's manager line: the direct manager, that one's manager and so on, inactive people included. A
// line that runs in a circle ends before it comes back to somebody it has named, or to the person.
func (d *Directory) Managers(id string) []string {
	var line []string
	seen := map[string]bool{id: true}
	for p := d.people[id]; p != nil && p.Manager != "" && !seen[p.Manager]; p = d.people[p.Manager] {
		if d.people[p.Manager] == nil {
			break
		}
		seen[p.Manager] = true
		line = append(line, p.Manager)
	}
	return line
}

// Reports lists, by id, everybody below a person at any depth: whom they manage, whom those manage, and all members of
// the departments they head and of the departments within. The person is never among them, even if lines run in a circle.
func (d *Directory) Reports(id string) []string {
	seen := map[string]bool{id: true}
	departments := map[string]bool{}
	todo := []string{id}
	for len(todo) > 0 {
		who := todo[0]
		todo = todo[1:]
		found := slices.Clone(d.below[who])
		for _, u := range d.heads[who] {
			found = append(found, d.within(u, departments)...)
		}
		for _, p := range found {
			if !seen[p] {
				seen[p] = true
				todo = append(todo, p)
			}
		}
	}
	delete(seen, id)
	out := make([]string, 0, len(seen))
	for p := range seen {
		out = append(out, p)
	}
	sort.Strings(out)
	return out
}

// within lists the members of a department and of its parts, skipping departments that were looked at before.
func (d *Directory) within(department string, seen map[string]bool) []string {
	if seen[department] {
		return nil
	}
	seen[department] = true
	found := slices.Clone(d.members[department])
	for _, part := range d.parts[department] {
		found = append(found, d.within(part, seen)...)
	}
	return found
}

// Case is what a Selector may look at beside the company.
type Case struct {
	Submitter string
	InCharge  string        // answers for it instead of Submitter, who has left; empty: Submitter does
	Facts     record.Values // the record; for selectors by field

	// Vacant sign for a vacant level of a chain that leaves it to the step; none: the chain names nobody, or, if
	// VacantPasses, the level is passed over.
	Vacant       []Selector
	VacantPasses bool
}
