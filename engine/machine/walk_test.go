package machine_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
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
// A walk that fails is written to testdata/walks, where TestKeptWalks takes it again.
func TestRandomWalk(t *testing.T) {
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
				w := walkOnce(t, seed)
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
	machine.EventVoidAsked, machine.EventVoidAnswered, machine.EventMerged, machine.EventCalledOff, machine.EventShared,
}

func walkOnce(t *testing.T, seed uint64) *machinetest.Walker {
	w, err := machinetest.Walk(seed)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
		return nil
	}
	defer func() {
		if p := recover(); p != nil {
			w.Broken = append(w.Broken, fmt.Sprintf("panics: %v\n%s", p, debug.Stack()))
		}
		for _, broken := range w.Broken {
			t.Errorf("seed %d: %s", seed, broken)
		}
		if len(w.Broken) > 0 {
			keep(t, seed, w.Kept())
		}
	}()
	w.Go(60)
	return w
}

const walks = "testdata/walks"

func keep(t *testing.T, seed uint64, walk machinetest.Kept) {
	b, err := json.MarshalIndent(walk, "", "\t")
	if err == nil {
		err = os.WriteFile(filepath.Join(walks, fmt.Sprintf("%d.json", seed)), append(b, '\n'), 0o644)
	}
	if err != nil {
		t.Error(err)
	}
}

// Walks that ever failed hold today.
func TestKeptWalks(t *testing.T) {
	files, err := filepath.Glob(walks + "/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no walk is kept: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			kept, err := machinetest.ParseKept(b)
			if err != nil {
				t.Fatal(err)
			}
			taken, broken, err := kept.Again()
			if err != nil {
				t.Fatal(err)
			}
			if taken*2 < len(kept.Events) {
				t.Errorf("only %d of %d events are taken today: it shows little any more", taken, len(kept.Events))
			}
			for _, b := range broken {
				t.Error(b)
			}
		})
	}
}
