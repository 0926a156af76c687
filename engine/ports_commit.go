package engine

import (
	"time"

	"flowline/engine/machine"
	"flowline/engine/record"
)

// Commit is one step to save.
type Commit struct {
	Instance Instance      // as it will be; Revision is Base+1
	Base     int64         // revision the step started from; 0: new
	Snapshot record.Values // of a new instance: the record's values as it began
	Proposes bool          // the step makes or changes the instance's proposal
	Journal  []machine.Entry
	Tasks    []machine.Task  // those that the step opened or changed
	Timers   []machine.Timer // all that are pending after the step
	Jobs     []machine.Job
	Wakes    bool            // the instance's jobs that were put off are to be looked at again at once
	Changes  []record.Change // every ID filled in
	Inserts  []record.Record // new records, as when a trigger maps one; each gets its number here, and gives it to Instance if it is the instance's record
	Lock     bool            // the step locks the instance's record
	LockAt   int64           // with Lock: the revision that the record, before Changes, must still be at, else record_moved_on; 0: any
	Unlock   bool            // the step frees it; with Lock: no other instance may hold it, and none does afterwards
	Person   string          // whose command this is, with Key
	Key      string          // idempotency key; empty: none
	At       time.Time
	Also     []Commit // more steps, of other instances, saved after this one in the same transaction
}

// StepError says of a fault of Commit which of its steps could not be saved.
type StepError struct {
	Instance string
	Err      error
}

// Error is the step's own.
func (e *StepError) Error() string { return e.Err.Error() }

// Unwrap gives what went wrong.
func (e *StepError) Unwrap() error { return e.Err }
