package org

import (
	"slices"

	"flowline/engine/record"
)

// Line is which superiors a chain goes along.
type Line string

// The lines.
const (
	Managers Line = "managers" // the direct manager, that one's manager and so on
	Heads    Line = "heads"    // the head of the own department, of the one above and so on
)

// Vacancy says what becomes of a level that nobody holds, or somebody who is not active.
type Vacancy string

// The ways. Up is the default.
const (
	VacantUp    Vacancy = ""      // the next one up signs for it
	VacantSkip  Vacancy = "skip"  // it is passed over
	VacantEmpty Vacancy = "empty" // as the step says for when nobody is found
)

// MaxLevels is the most levels that a chain may name.
const MaxLevels = 20

// Chain is the superiors of somebody, one level after the other. It ends with the first of Levels, Post and Amount that is
// reached, and at the top of the line in any case. Whoever it starts from is never in it.
type Chain struct {
	Of     string  `json:"of"`               // "submitter", or "field:" and a person field of the record
	Along  Line    `json:"along"`            // managers or heads
	Levels int     `json:"levels,omitempty"` // at most so many; 0: no limit
	Post   string  `json:"post,omitempty"`   // up to whoever holds it
	Amount string  `json:"amount,omitempty"` // a number or money field: up to whoever may approve so much; while it is empty, to the top
	Down   bool    `json:"down,omitempty"`   // the highest signs first
	Vacant Vacancy `json:"vacant,omitempty"`
}

// chain gives the people of a chain in the order in which they sign.
func (d *Directory) chain(c Chain, in Case) []string {
	base := d.of(c.Of, in)
	var line, signs []string
	if c.Along == Heads {
		line = d.headLine(base)
	} else {
		line = d.managerLine(base)
	}
	for i, id := range line {
		if c.Levels > 0 && i >= c.Levels {
			break
		}
		if !d.active(id) {
			stand, pass := d.standIn(c, in, line[i+1:])
			if !pass {
				return nil
			}
			signs = append(signs, stand...)
			continue
		}
		signs = append(signs, id)
		if c.Post != "" && slices.Contains(d.people[id].Posts, c.Post) || c.Amount != "" && d.mayApprove(id, in.Facts[c.Amount]) {
			break
		}
	}
	signs = slices.DeleteFunc(signs, func(id string) bool { return id == base })
	if c.Down {
		slices.Reverse(signs)
	}
	return signs
}

// standIn gives who signs for a vacant level; above is the rest of the line. False: the whole chain names nobody.
func (d *Directory) standIn(c Chain, in Case, above []string) ([]string, bool) {
	switch c.Vacant {
	case VacantSkip:
		return nil, true
	case VacantEmpty:
		return d.Resolve(in.Vacant, Case{Submitter: in.Submitter, InCharge: in.InCharge, Facts: in.Facts}), in.VacantPasses || len(in.Vacant) > 0
	}
	if i := slices.IndexFunc(above, d.active); i >= 0 {
		return above[i : i+1], true
	}
	return nil, true
}

// managerLine is Managers, but an unknown manager is a vacant level.
func (d *Directory) managerLine(id string) []string {
	line := d.Managers(id)
	last := id
	if len(line) > 0 {
		last = line[len(line)-1]
	}
	if p := d.people[last]; p != nil && p.Manager != "" && d.people[p.Manager] == nil {
		line = append(line, p.Manager)
	}
	return line
}

// headLine is the heads of somebody's department and of those above it; "" where there is none. A department that the
// person heads is no level.
func (d *Directory) headLine(id string) []string {
	p := d.people[id]
	if p == nil {
		return nil
	}
	var line []string
	seen := map[string]bool{}
	for u := d.departments[p.Department]; u != nil && !seen[u.ID]; u = d.departments[u.Parent] {
		seen[u.ID] = true
		if u.Head != id {
			line = append(line, u.Head)
		}
	}
	return line
}

// mayApprove reports whether somebody's posts allow so much: the highest of their limits counts. What the record does not
// say is never covered.
func (d *Directory) mayApprove(id string, amount any) bool {
	wanted, ok := record.Decimal(amount)
	return ok && slices.ContainsFunc(d.people[id].Posts, func(key string) bool {
		post := d.posts[key]
		if post == nil {
			return false
		}
		limit, set := record.Decimal(post.Limit)
		return set && limit.GreaterThanOrEqual(wanted)
	})
}

func (d *Directory) active(id string) bool {
	p := d.people[id]
	return p != nil && p.Active
}

// Circles lists the people whose line of managers comes back to themselves.
func (d *Directory) Circles() []string {
	var round []string
	for _, p := range d.company.People {
		line := d.Managers(p.ID)
		last := p.ID
		if len(line) > 0 {
			last = line[len(line)-1]
		}
		if next := d.people[last]; next != nil && next.Manager == p.ID {
			round = append(round, p.ID)
		}
	}
	return round
}
