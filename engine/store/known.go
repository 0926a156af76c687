package store

import (
	"slices"
	"sync"
)

// known remembers, for instances lately read or saved, which people and how many timers the database has for them. It
// spares a commit the statements that would change nothing. What it says of an instance holds at one revision only, and a
// commit is saved only if the instance is at that revision: it can be forgotten, it cannot be wrong.
type known struct {
	mu        sync.Mutex
	instances map[string]footprint
}

// footprint is what an instance has in other tables at a revision.
type footprint struct {
	revision int64
	people   []string
	timers   int
}

// maxKnown bounds the memory: some 200 bytes each.
const maxKnown = 8192

func newKnown() *known { return &known{instances: map[string]footprint{}} }

// at gives the footprint of an instance at a revision.
func (k *known) at(id string, revision int64) (footprint, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	f, ok := k.instances[id]
	return f, ok && f.revision == revision
}

// learn keeps a footprint, unless a newer one is known.
func (k *known) learn(id string, f footprint) {
	f.people = slices.Clone(f.people)
	k.mu.Lock()
	defer k.mu.Unlock()
	if old, ok := k.instances[id]; ok && old.revision > f.revision {
		return
	}
	if len(k.instances) >= maxKnown {
		for other := range k.instances { // any one
			delete(k.instances, other)
			break
		}
	}
	k.instances[id] = f
}
