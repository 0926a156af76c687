package engine

import (
	"context"
	"time"

	"flowline/engine/machine"
)

// MessageStore keeps what people write to each other about an instance.
type MessageStore interface {
	// AddMessage adds a message and puts jobs that tell of it into the outbox; one whose ID is there already changes nothing.
	AddMessage(ctx context.Context, m MessageRow, jobs []machine.Job) error
	// Messages lists the messages of an instance, oldest first.
	Messages(ctx context.Context, instance string) ([]MessageRow, error)
}

// MessageRow is one message of a thread.
type MessageRow struct {
	ID       string
	Instance string
	Task     string // where it was written, without the instance; empty: of the whole
	Person   string
	At       time.Time
	Words    string
	Mentions []string
	Files    []string // ids of what is attached
}
