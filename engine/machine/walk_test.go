package machine_test

import (
	"flag"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"

	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
)

var (
	walkSteps = flag.Int("walk", 2_000, "how many steps the random walk takes at least")
	walkSeed  = flag.Uint64("walkseed", 1, "seed of the first walk")
)

// Whatever anybody does to any sound flow, what always holds does: tokens belong to live scopes, a join fires once in a
// round, nothing open lacks a token, a finished instance has nothing open, and folding the journal gives the same state.
// Seeds that ever failed stand in testdata/walk_seeds and are walked first.
func TestRandomWalk(t *testing.T) {
	kept, err := os.ReadFile("testdata/walk_seeds")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.FieldsSeq(string(kept)) {
		seed, err := strconv.ParseUint(line, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		walkOnce(t, seed)
	}
	var (
		mu    sync.Mutex
		wait  sync.WaitGroup
		next  = *walkSeed
		steps int
		taken = map[machine.EventType]int{}
	)
	for range 4 {
		wait.Go(func() {
			for {
				mu.Lock()
				seed := next
				next++
				done := steps >= *walkSteps || t.Failed()
				mu.Unlock()
				if done {
					return
				}
				w := walkOnce(t, seed)
				mu.Lock()
				if w != nil {
					steps += w.Steps
					for event, n := range w.Taken {
						taken[event] += n
					}
				}
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	t.Logf("%d steps from seed %d to %d: %v", steps, *walkSeed, next-1, taken)
	for _, event := range walked {
		if taken[event] == 0 {
			t.Errorf("no walk ever saw %s taken", event)
		}
	}
}

// walked are the events that a walk must have seen.
var walked = []machine.EventType{
	machine.EventDecided, machine.EventReturned, machine.EventTakenBack, machine.EventJumped, machine.EventSuspended,
	machine.EventWithdrawn, machine.EventHandedOver, machine.EventTimerFired, machine.EventTransferred, machine.EventDelegated,
	machine.EventRecalled, machine.EventSignersAdded, machine.EventClaimed, machine.EventReassigned, machine.EventUrged,
	machine.EventInactive, machine.EventChildStarted, machine.EventChildFailed, machine.EventChildEnded,
}

func walkOnce(t *testing.T, seed uint64) *machinetest.Walker {
	w, err := machinetest.Walk(seed)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
		return nil
	}
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("seed %d panics: %v\n%s", seed, p, debug.Stack())
		}
	}()
	w.Go(60)
	for _, broken := range w.Broken {
		t.Errorf("seed %d: %s", seed, broken)
	}
	return w
}
