package engine

import "sync"

// turnstile lets one command at a time through per instance. It is no part of correctness, which the revision in Commit
// holds between copies of the program as well; it spares those who come at the same time from working in vain.
type turnstile struct {
	mu    sync.Mutex
	gates map[string]*gate
}

type gate struct {
	sync.Mutex
	waiting int
}

// enter waits for its turn on id and answers the way out.
func (t *turnstile) enter(id string) (leave func()) {
	t.mu.Lock()
	if t.gates == nil {
		t.gates = map[string]*gate{}
	}
	g, ok := t.gates[id]
	if !ok {
		g = &gate{}
		t.gates[id] = g
	}
	g.waiting++
	t.mu.Unlock()

	g.Lock()
	return func() {
		g.Unlock()
		t.mu.Lock()
		defer t.mu.Unlock()
		if g.waiting--; g.waiting == 0 {
			delete(t.gates, id)
		}
	}
}
