package worker

import (
	"context"
	"log/slog"
	"time"
)

// Task is what a Worker does. Run does up to n pieces of work and answers how many there were.
type Task struct {
	Name  string
	Every time.Duration
	Batch int
	Run   func(ctx context.Context, n int) (int, error)
}

// Worker runs a Task until it is stopped.
type Worker struct {
	task Task
	log  *slog.Logger
	wake chan struct{} // has room for one
	stop chan struct{}
	done chan struct{}
}

// New makes a Worker. It does nothing until Start.
func New(task Task, log *slog.Logger) *Worker {
	if log == nil {
		log = slog.Default()
	}
	return &Worker{task: task, log: log, wake: make(chan struct{}, 1), stop: make(chan struct{}), done: make(chan struct{})}
}

// Start begins to work. The first run is at once: what was left when the program ended is done first.
func (w *Worker) Start() { go w.loop() }

// Wake has the task run soon. It never waits; many calls before a run make one run.
func (w *Worker) Wake() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// Stop ends the work, after the run under way, and waits for that until ctx is done.
func (w *Worker) Stop(ctx context.Context) error {
	close(w.stop)
	select {
	case <-w.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *Worker) loop() {
	defer close(w.done)
	tick := time.NewTicker(w.task.Every)
	defer tick.Stop()
	w.Wake()
	for {
		select {
		case <-w.stop:
			return
		case <-w.wake:
		case <-tick.C:
		}
		n := w.runOnce()
		if n >= w.task.Batch && w.task.Batch > 0 {
			w.Wake()
		}
	}
}

// runOnce runs the task one time. A panic in it is an error like others: the next run may do better.
func (w *Worker) runOnce() (n int) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	defer func() {
		if p := recover(); p != nil {
			w.log.Error("worker panicked", "task", w.task.Name, "panic", p)
		}
	}()
	n, err := w.task.Run(ctx, w.task.Batch)
	if err != nil {
		w.log.Error("worker failed", "task", w.task.Name, "error", err)
	}
	return n
}
