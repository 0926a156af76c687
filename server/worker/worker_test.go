package worker

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"
)

var quiet = slog.New(slog.DiscardHandler)

func started(t *testing.T, task Task) *Worker {
	t.Helper()
	if task.Every == 0 {
		task.Every = time.Hour
	}
	w := New(task, quiet)
	w.Start()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := w.Stop(ctx); err != nil {
			t.Error(err)
		}
	})
	return w
}

func TestWhatWasLeftIsDoneAtTheStart(t *testing.T) {
	ran := make(chan struct{}, 1)
	started(t, Task{Batch: 10, Run: func(context.Context, int) (int, error) { ran <- struct{}{}; return 0, nil }})
	<-ran
}

func TestAFullBatchIsFollowedByAnother(t *testing.T) {
	left := atomic.Int64{}
	left.Store(35)
	done := make(chan struct{})
	started(t, Task{Batch: 10, Run: func(_ context.Context, n int) (int, error) {
		did := min(int64(n), left.Load())
		if left.Add(-did) == 0 && did < int64(n) {
			close(done)
		}
		return int(did), nil
	}})
	<-done
}

func TestWakingNeverWaits(t *testing.T) {
	enter, leave := make(chan struct{}), make(chan struct{})
	runs := atomic.Int64{}
	w := started(t, Task{Run: func(context.Context, int) (int, error) {
		runs.Add(1)
		enter <- struct{}{}
		<-leave
		return 0, nil
	}})
	<-enter
	for range 100 {
		w.Wake()
	}
	leave <- struct{}{}
	<-enter // the hundred calls are one run
	leave <- struct{}{}
	if n := runs.Load(); n != 2 {
		t.Errorf("%d runs, want 2", n)
	}
}

func TestAFailureOrAPanicIsNotTheEnd(t *testing.T) {
	runs := make(chan int, 10)
	n := 0
	w := started(t, Task{Run: func(context.Context, int) (int, error) {
		n++
		runs <- n
		switch n {
		case 1:
			return 0, errors.New("the database is gone")
		case 2:
			panic("impossible")
		}
		return 0, nil
	}})
	for want := 1; want <= 3; want++ {
		if got := <-runs; got != want {
			t.Fatalf("run %d, want %d", got, want)
		}
		w.Wake()
	}
}

func TestStopWaitsForTheRunUnderWay(t *testing.T) {
	enter, leave := make(chan struct{}), make(chan struct{})
	finished := atomic.Bool{}
	w := New(Task{Every: time.Hour, Run: func(context.Context, int) (int, error) {
		close(enter)
		<-leave
		finished.Store(true)
		return 0, nil
	}}, quiet)
	w.Start()
	<-enter
	stopped := make(chan error, 1)
	go func() { stopped <- w.Stop(context.Background()) }()
	close(leave)
	if err := <-stopped; err != nil || !finished.Load() {
		t.Errorf("stopped with %v, run finished: %v", err, finished.Load())
	}
}

func TestStopDoesNotWaitForEver(t *testing.T) {
	enter, leave := make(chan struct{}), make(chan struct{})
	w := New(Task{Every: time.Hour, Run: func(context.Context, int) (int, error) { close(enter); <-leave; return 0, nil }}, quiet)
	w.Start()
	<-enter
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := w.Stop(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	close(leave)
	<-w.done
}
