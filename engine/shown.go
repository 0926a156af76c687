package engine

import (
	"sync"

	"flowline/engine/record"
)

// shown remembers records as somebody looked at them last, and spares who submits one right afterwards the reading. What it
// says is true at one revision, and a submission is saved only over the revision that it was made from; one that is refused
// over something stale looks at what is stored before it says so.
type shown struct {
	mu      sync.Mutex
	records map[string]record.Record
}

// maxShown bounds the memory.
const maxShown = 256

// learn remembers a record, unless it is held: it is let go without a new revision.
func (s *shown) learn(r record.Record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r.LockedBy != "" {
		delete(s.records, r.ID)
		return
	}
	if s.records == nil {
		s.records = map[string]record.Record{}
	}
	if _, known := s.records[r.ID]; !known && len(s.records) >= maxShown {
		for other := range s.records { // any one
			delete(s.records, other)
			break
		}
	}
	r.Values = r.Values.Clone()
	s.records[r.ID] = r
}

// take gives a record as it was looked at last, once.
func (s *shown) take(typ, id string) (record.Record, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, known := s.records[id]
	delete(s.records, id)
	return r, known && r.Type == typ
}
