package engine

import (
	"sync"

	"flowline/engine/record"
)

// recent remembers instances as this program saved them last, with the records they hold, and spares the next command
// the reading. What it says of an instance is true at one revision: while an instance holds a record nothing else changes
// that, and a step is saved only from the revision that it started from. So a command that acts on something stale is not
// saved, and one that is refused looks again at what is stored before it says so.
type recent struct {
	mu   sync.Mutex
	held map[string]holding
}

// holding is an instance with the record it holds.
type holding struct {
	instance Instance
	record   *record.Record // nil: not known
}

// maxRecent bounds the memory: some 10 kB each.
const maxRecent = 1024

// recall gives an instance as it was saved last; the record is a copy.
func (r *recent) recall(id string) (holding, bool) {
	r.mu.Lock()
	h, ok := r.held[id]
	r.mu.Unlock()
	if h.record != nil {
		rec := *h.record
		rec.Values = rec.Values.Clone()
		h.record = &rec
	}
	return h, ok
}

// learn remembers an instance, unless it is over: nothing more will be done to it.
func (r *recent) learn(h holding) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if h.instance.Status.Ended() {
		delete(r.held, h.instance.ID)
		return
	}
	if r.held[h.instance.ID].instance.Revision > h.instance.Revision {
		return
	}
	if r.held == nil {
		r.held = map[string]holding{}
	}
	if len(r.held) >= maxRecent {
		for other := range r.held { // any one
			delete(r.held, other)
			break
		}
	}
	r.held[h.instance.ID] = h
}

// forget has the next command read what is stored.
func (r *recent) forget(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.held, id)
}

// forgetAll does so for instances that moved with another.
func (r *recent) forgetAll(moved []Commit) {
	for _, c := range moved {
		r.forget(c.Instance.ID)
		r.forgetAll(c.Also)
	}
}
