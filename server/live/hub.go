package live

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// Visitor is who opened a connection.
type Visitor struct {
	Name    string    // for limits and the log
	Expires time.Time // when the connection has to end; zero: never
	// Follow answers the present revision of a topic, or a problem, as JSON, when the visitor may not follow it. It is
	// asked at the subscription, and before something is told once the last answer is older than Options.Trust.
	Follow func(ctx context.Context, topic string) (revision int64, problem []byte)
	// Alive reports whether the visitor is still welcome. It is asked now and then.
	Alive func(ctx context.Context) bool
}

// Options are what a Hub works with. Only Enter is needed.
type Options struct {
	// Enter says who comes in with the request of ctx, or refuses; its error is answered as any handler's.
	Enter func(ctx context.Context) (Visitor, error)

	Log         *slog.Logger  // nil: slog.Default
	Connections int           // at most, in all; 0: 10 000
	PerVisitor  int           // at most, of one visitor; 0: 50
	Topics      int           // at most, of one connection; 0: 200
	Ping        time.Duration // how often a connection is tried; 0: 25 s
	Patience    time.Duration // how long a message may wait to be taken; 0: 10 s
	Trust       time.Duration // how long a visitor stays entitled to a topic without being asked about again; 0: 5 s
}

// Hub knows who follows what. It is an engine.Publisher.
type Hub struct {
	o Options

	mu     sync.RWMutex
	topics map[string]map[*client]struct{}
	all    map[*client]struct{}
	byName map[string]int
	closed bool
	gone   sync.WaitGroup // connections that have not ended
}

// New makes a Hub.
func New(o Options) *Hub {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	o.Connections = orElse(o.Connections, 10_000)
	o.PerVisitor = orElse(o.PerVisitor, 50)
	o.Topics = orElse(o.Topics, 200)
	o.Ping = orElse(o.Ping, 25*time.Second)
	o.Patience = orElse(o.Patience, 10*time.Second)
	o.Trust = orElse(o.Trust, 5*time.Second)
	return &Hub{o: o, topics: map[string]map[*client]struct{}{}, all: map[*client]struct{}{}, byName: map[string]int{}}
}

func orElse[T int | time.Duration](v, otherwise T) T {
	if v == 0 {
		return otherwise
	}
	return v
}

// Publish tells everybody who follows topic that it is at revision. It waits for nobody.
func (h *Hub) Publish(topic string, revision int64) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for c := range h.topics[topic] {
		c.offer(topic, revision)
	}
}

// Followers is how many connections follow topic.
func (h *Hub) Followers(topic string) int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return len(h.topics[topic])
}

// Connections is how many connections are open.
func (h *Hub) Connections() int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return len(h.all)
}

// Close ends every connection, lets no new one in, and waits until they are gone or ctx is done. An HTTP server does not
// do this when it shuts down: it no longer knows the connections.
func (h *Hub) Close(ctx context.Context) error {
	h.mu.Lock()
	h.closed = true
	for c := range h.all {
		c.end(closeGoingAway)
	}
	h.mu.Unlock()
	done := make(chan struct{})
	go func() {
		h.gone.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// room reports whether another connection of a visitor may open, and if so counts it.
func (h *Hub) room(name string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed || len(h.all) >= h.o.Connections || h.byName[name] >= h.o.PerVisitor {
		return false
	}
	h.byName[name]++
	h.gone.Add(1)
	return true
}

// leave undoes room.
func (h *Hub) leave(name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.byName[name]--; h.byName[name] == 0 {
		delete(h.byName, name)
	}
	h.gone.Done()
}

func (h *Hub) add(c *client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.all[c] = struct{}{}
	if h.closed {
		c.end(closeGoingAway)
	}
}

func (h *Hub) remove(c *client, topics []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.all, c)
	for _, t := range topics {
		h.forget(c, t)
	}
}

func (h *Hub) follow(c *client, topic string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.topics[topic] == nil {
		h.topics[topic] = map[*client]struct{}{}
	}
	h.topics[topic][c] = struct{}{}
}

func (h *Hub) unfollow(c *client, topic string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.forget(c, topic)
}

func (h *Hub) forget(c *client, topic string) {
	if delete(h.topics[topic], c); len(h.topics[topic]) == 0 {
		delete(h.topics, topic)
	}
}
