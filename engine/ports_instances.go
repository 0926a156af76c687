package engine

import (
	"context"
	"time"

	"flowline/engine/machine"
	"flowline/engine/record"
)

// InstanceStore keeps instances, their tasks, timers and journals.
type InstanceStore interface {
	// Instance gives an instance with its state. not_found.
	Instance(ctx context.Context, id string) (Instance, error)
	// Instances lists instances without their states, newest first, and how many there are in all.
	Instances(ctx context.Context, q InstanceQuery) ([]Instance, int, error)
	// Commit saves one step. It is saved whole if the instance is still at c.Base, and not at all otherwise: conflict
	// (instance_moved_on). A record that it locks and another instance holds: conflict (record_locked). A record whose
	// Change carries a revision that has moved on: conflict (record_moved_on). A value that is unique and taken: conflict
	// (value_taken, with the field). A Key already used by the same person: conflict (repeated). Within a step the
	// inserts come first, then the changes, then the lock. A record of which a change waits for approval is not locked whole:
	// conflict (change_pending). Which of several steps a fault is about tells a StepError.
	Commit(ctx context.Context, c Commit) error
	// Proposals lists the changes of a record that wait for approval, or approved for somebody's choice, oldest first.
	Proposals(ctx context.Context, typ, id string) ([]Proposal, error)
	// Snapshot gives the values of an instance's record as they were when it began, version 1 of them. not_found for an
	// instance that is not there, or began before this was kept.
	Snapshot(ctx context.Context, instance string) (record.Values, error)
	// Journal lists an instance's entries in order.
	Journal(ctx context.Context, instance string) ([]machine.Entry, error)
	// Tasks lists tasks and how many there are in all.
	Tasks(ctx context.Context, q TaskQuery) ([]TaskRow, int, error)
	// ClaimTimers gives up to n timers due at now, leased to owner until the lease ends.
	ClaimTimers(ctx context.Context, owner string, now time.Time, lease time.Duration, n int) ([]DueTimer, error)
	// Involving lists, by id, up to n instances after the one named that have not ended and in which a person submitted,
	// was ever asked or told, or waits for their turn.
	Involving(ctx context.Context, person, after string, n int) ([]string, error)
	// Repeated tells which instance a command with this idempotency key of this person made or moved. not_found.
	Repeated(ctx context.Context, person, key string) (instance string, err error)
}

// Instance is one run of one version over one record.
type Instance struct {
	ID          string
	Revision    int64
	Flow        string
	Version     int
	RecordType  string
	RecordID    string
	Number      string // the record's number when submitted
	Title       string // the record's title when submitted
	Submitter   string
	Parent      string // the instance a step of which had this one run, or that it asks to have declared void; empty: none
	Holder      string // the instance that holds the record, where this one runs over its parent's; empty: itself
	Amount      string // what it is about in money, in digits: the first money field of its record; empty: nothing is said
	Status      machine.Status
	StartedAt   time.Time
	EndedAt     time.Time
	UpdatedAt   time.Time
	State       machine.State // empty in lists
	People      []string      // everybody who was ever asked or told: they may look. Empty in lists.
	HasIncident bool
	Proposal    *Proposal // of a change of the record that waits for approval; nil: the instance holds the record. Empty in lists
	Hashes      []string  // of the record's values, one for each version of them from 1 on. Empty in lists
	Copy        CopyRow   // in a list of copies; empty otherwise
}

// InstanceQuery narrows a list of instances. Empty fields do not narrow.
type InstanceQuery struct {
	Submitter   string
	OwnOnly     bool   // with Submitter: without what a step of another had run, unless Submitter is to submit it again
	Participant string // was ever asked or told
	Flow        string
	RecordType  string
	RecordID    string
	Status      []machine.Status
	HasIncident bool
	Parent      string // was run by a step of this instance
	CopiedTo    string // has a copy, which is told; sorted by its time
	Narrowing   Narrowing
	Offset      int
	Limit       int // at most 200; 0 means 50
}

// DueTimer is a timer whose time has come.
type DueTimer struct {
	Instance string
	Timer    machine.Timer
}
