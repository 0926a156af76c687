package auth

import (
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

func itoa(n int) string { return strconv.Itoa(n) }

// limiter bounds how often something may be tried per key. It forgets keys that have their full allowance again, and
// never remembers more than most of them.
type limiter struct {
	every time.Duration // one more try is earned each
	burst int           // tries at once
	most  int

	mu   sync.Mutex
	keys map[string]*rate.Limiter
}

func newLimiter(every time.Duration, burst, most int) *limiter {
	return &limiter{every: every, burst: burst, most: most, keys: map[string]*rate.Limiter{}}
}

// take uses one try of key. It answers how long to wait when none is left.
func (l *limiter) take(key string, now time.Time) (time.Duration, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	lim, ok := l.keys[key]
	if !ok {
		if len(l.keys) >= l.most {
			l.forget(now)
		}
		lim = rate.NewLimiter(rate.Every(l.every), l.burst)
		l.keys[key] = lim
	}
	if lim.AllowN(now, 1) {
		return 0, true
	}
	missing := 1 - lim.TokensAt(now)
	return time.Duration(missing * float64(l.every)), false
}

// give returns the tries of key, as when a sign-in succeeded.
func (l *limiter) give(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.keys, key)
}

// forget drops the keys that are rested; when none is, all of them: a flood of keys must not fill the memory.
func (l *limiter) forget(now time.Time) {
	for key, lim := range l.keys {
		if lim.TokensAt(now) >= float64(l.burst) {
			delete(l.keys, key)
		}
	}
	if len(l.keys) >= l.most {
		clear(l.keys)
	}
}
