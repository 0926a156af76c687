package engine

import (
	"context"
	"slices"

	"flowline/engine/org"
	"flowline/engine/record"
)

// actor is a person who commands or asks, with the company as it is now.
type actor struct {
	org.Person
	people
}

// actor finds who commands. Somebody unknown or no longer active may do nothing: forbidden.
func (e *Engine) actor(ctx context.Context, who string) (actor, error) {
	dir, err := e.directory(ctx)
	if err != nil {
		return actor{}, err
	}
	p, ok := dir.Person(who)
	if !ok || !p.Active {
		return actor{}, errStranger
	}
	return actor{Person: p, people: dir}, nil
}

// keyUser is an actor who may draw flows.
func (e *Engine) keyUser(ctx context.Context, who string) (actor, error) {
	a, err := e.actor(ctx, who)
	if err == nil && a.Role != org.KeyUser && a.Role != org.Admin {
		return actor{}, errNotKeyUser
	}
	return a, err
}

// admin is an actor who may do everything.
func (e *Engine) admin(ctx context.Context, who string) (actor, error) {
	a, err := e.actor(ctx, who)
	if err == nil && a.Role != org.Admin {
		return actor{}, errNotAdmin
	}
	return a, err
}

func (a actor) isAdmin() bool { return a.Role == org.Admin }

// mayDraw reports whether a may see and change drafts.
func (a actor) mayDraw() bool { return a.Role == org.KeyUser || a.Role == org.Admin }

// owns reports whether a record is a's by right of the company, not of a flow: his own, made by him, owned by somebody
// below him, or he is an admin. He then sees all of it, and may change and submit it while nothing holds it.
func (a actor) owns(r record.Record) bool {
	return a.isAdmin() || r.Owner == a.ID || r.CreatedBy == a.ID || slices.Contains(a.Reports(a.ID), r.Owner)
}

// owners is whose records a sees, for a query; nil is everybody's.
func (a actor) owners() []string {
	if a.isAdmin() {
		return nil
	}
	return append([]string{a.ID}, a.Reports(a.ID)...)
}

// ref is a person as others see him. Somebody who is not in the list any more keeps his id as name.
func (p people) ref(id string) PersonRef {
	person, ok := p.Person(id)
	if !ok {
		return PersonRef{ID: id}
	}
	ref := PersonRef{ID: id, Name: person.Name}
	if d, ok := p.Department(person.Department); ok {
		ref.Department = d.Name
	}
	if len(person.Posts) > 0 {
		if post, ok := p.Post(person.Posts[0]); ok {
			ref.Post = post.Name
		}
	}
	return ref
}

// admins are the people who look after the flows.
func (p people) admins() []string {
	var out []string
	for _, person := range p.company.People {
		if person.Active && person.Role == org.Admin {
			out = append(out, person.ID)
		}
	}
	return out
}
