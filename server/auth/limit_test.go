package auth

import (
	"fmt"
	"testing"
	"time"
)

func TestTheLimiterLetsOneMoreEachTime(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	l := newLimiter(10*time.Second, 3, 100)
	for i := range 3 {
		if _, ok := l.take("lin", now); !ok {
			t.Fatalf("try %d is refused", i)
		}
	}
	if wait, ok := l.take("lin", now); ok || wait.Round(time.Millisecond) != 10*time.Second {
		t.Errorf("try 4: %v %v", wait, ok)
	}
	if _, ok := l.take("wu", now); !ok {
		t.Error("one key holds up another")
	}
	if _, ok := l.take("lin", now.Add(10*time.Second)); !ok {
		t.Error("nothing was earned in ten seconds")
	}
	l.give("lin")
	if _, ok := l.take("lin", now.Add(10*time.Second)); !ok {
		t.Error("what was given back is not there")
	}
}

func TestTheLimiterDoesNotGrow(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	l := newLimiter(time.Minute, 3, 100)
	for i := range 10_000 {
		l.take(fmt.Sprint(i), now)
		if len(l.keys) > 100 {
			t.Fatalf("it remembers %d keys", len(l.keys))
		}
	}
}
