package store

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"gorm.io/gorm"
)

// paused opens a store whose writer is busy until release is called; sent keeps what it sends afterwards.
func paused(t *testing.T) (w changer, release func(), sent func() map[string]int) {
	t.Helper()
	var (
		mu     sync.Mutex
		counts map[string]int
	)
	s, err := Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "flowline.db"), Options{OnStatement: func(sql string) {
		mu.Lock()
		defer mu.Unlock()
		if counts != nil {
			counts[sql]++
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := s.writes.change(t.Context(), func(tx *gorm.DB) error {
		return tx.Exec("CREATE TABLE marks (n INTEGER PRIMARY KEY)").Error
	}); err != nil {
		t.Fatal(err)
	}
	busy, free := make(chan struct{}), make(chan struct{})
	go func() {
		_ = s.writes.change(context.Background(), func(*gorm.DB) error {
			close(busy)
			<-free
			return nil
		})
	}()
	<-busy
	mu.Lock()
	counts = map[string]int{}
	mu.Unlock()
	return s.writes, func() { close(free) }, func() map[string]int {
		mu.Lock()
		defer mu.Unlock()
		return counts
	}
}

func mark(n int) func(*gorm.DB) error {
	return func(tx *gorm.DB) error { return tx.Exec("INSERT INTO marks VALUES (?)", n).Error }
}

// waiting starts changes that the busy writer will find together.
func waiting(w changer, ctx context.Context, all ...func(*gorm.DB) error) (errs []error, wait func()) {
	errs = make([]error, len(all))
	var group sync.WaitGroup
	before := len(w.(*writer).queue)
	for i, fn := range all {
		group.Go(func() { errs[i] = w.change(ctx, fn) })
	}
	for len(w.(*writer).queue) < before+len(all) {
		// they are on their way
	}
	return errs, group.Wait
}

func marks(t *testing.T, w changer) (n int) {
	t.Helper()
	if err := w.change(t.Context(), func(tx *gorm.DB) error {
		return queryRow(tx, "SELECT COUNT(*) FROM marks").Scan(&n)
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestChangesThatWaitShareACommitAndOneThatFailsSpoilsNone(t *testing.T) {
	w, release, sent := paused(t)
	own := errors.New("its own")
	errs, wait := waiting(w, t.Context(), mark(1), mark(2), func(tx *gorm.DB) error {
		if err := mark(3)(tx); err != nil {
			return err
		}
		return own
	}, func(tx *gorm.DB) error { return tx.Exec("INSERT INTO nothing VALUES (1)").Error }, mark(5))
	release()
	wait()
	for i, err := range errs {
		if failed := i == 2 || i == 3; failed != (err != nil) {
			t.Errorf("change %d: %v", i, err)
		}
	}
	if !errors.Is(errs[2], own) {
		t.Errorf("the third change answered %v", errs[2])
	}
	if n := sent()["COMMIT"]; n != 2 { // of the busy one, and of these
		t.Errorf("%d commits, want 2", n)
	}
	if n := marks(t, w); n != 3 {
		t.Errorf("%d marks were kept, want 3", n)
	}
}

func TestACallerWhoGaveUpIsNotServed(t *testing.T) {
	w, release, _ := paused(t)
	ctx, cancel := context.WithCancel(t.Context())
	errs, wait := waiting(w, ctx, mark(1))
	cancel()
	wait()
	release()
	if !errors.Is(errs[0], context.Canceled) {
		t.Errorf("it was told %v", errs[0])
	}
	if n := marks(t, w); n != 0 {
		t.Error("it was served")
	}
}

func TestAPanicIsItsCallersAndChangesNothing(t *testing.T) {
	w, release, _ := paused(t)
	var panicked any
	errs, wait := waiting(w, t.Context(), mark(1), func(tx *gorm.DB) error {
		return tx.Exec("INSERT INTO marks VALUES (2)").Error
	})
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { panicked = recover() }()
		_ = w.change(context.Background(), func(tx *gorm.DB) error {
			if err := mark(3)(tx); err != nil {
				return err
			}
			panic("own")
		})
	}()
	for len(w.(*writer).queue) < 3 {
		// it is on its way
	}
	release()
	wait()
	<-done
	if panicked != "own" || errs[0] != nil || errs[1] != nil {
		t.Errorf("panicked with %v, others %v", panicked, errs)
	}
	if n := marks(t, w); n != 2 {
		t.Errorf("%d marks, want 2", n)
	}
}
