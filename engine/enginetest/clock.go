package enginetest

import (
	"sync"
	"time"
)

// Start is the time at which a Clock stands at first: a Monday morning.
var Start = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// Clock is a clock that stands still until it is told to go on. It is safe for many goroutines.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock is a clock at Start.
func NewClock() *Clock { return &Clock{now: Start} }

// Now is the time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Add lets time pass.
func (c *Clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}
