package machine_test

import (
	"flag"
	"maps"
	"os"
	"runtime/debug"
	"slices"
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
		walkOnce(t, seed, machinetest.WalkAsBefore)
	}
	var (
		mu              sync.Mutex
		wait            sync.WaitGroup
		next            = *walkSeed
		steps           int
		drawn, happened = map[string]int{}, map[string]int{}
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
				w := walkOnce(t, seed, machinetest.Walk)
				mu.Lock()
				if w != nil {
					steps += w.Steps
					addTo(drawn, w.Drawn)
					addTo(happened, w.Happened)
				}
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	t.Logf("%d steps from seed %d to %d", steps, *walkSeed, next-1)
	for _, what := range slices.Sorted(maps.Keys(drawn)) {
		t.Logf("%6d of %6d %s", happened[what], drawn[what], what)
		if happened[what] == 0 && steps >= enoughSteps {
			t.Errorf("no walk ever saw this come to anything: %s", what)
		}
	}
	for _, event := range walked {
		if happened["event "+string(event)] == 0 {
			t.Errorf("no walk ever saw %s taken", event)
		}
	}
}

// enoughSteps are so many that whatever can be drawn must have come to something.
const enoughSteps = 100_000

func addTo(sum, more map[string]int) {
	for what, n := range more {
		sum[what] += n
	}
}

// walked are the events that even a short walk must have seen.
var walked = []machine.EventType{
	machine.EventDecided, machine.EventReturned, machine.EventTakenBack, machine.EventJumped, machine.EventSuspended,
	machine.EventWithdrawn, machine.EventHandedOver, machine.EventTimerFired, machine.EventTransferred, machine.EventDelegated,
	machine.EventRecalled, machine.EventSignersAdded, machine.EventClaimed, machine.EventReassigned, machine.EventUrged,
	machine.EventInactive, machine.EventChildStarted, machine.EventChildFailed, machine.EventChildEnded, machine.EventVoided,
	machine.EventMerged, machine.EventCalledOff, machine.EventShared,
}

func walkOnce(t *testing.T, seed uint64, begin func(uint64) (*machinetest.Walker, error)) *machinetest.Walker {
	w, err := begin(seed)
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
