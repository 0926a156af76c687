package engine

import (
	"context"
)

// Store keeps everything. Each method is one transaction; a method that changes something changes all of it or nothing.
// Faults: not_found for what is not there, conflict for a revision that has moved on, unavailable when the database does
// not answer. Every store passes the suite in storetest.
type Store interface {
	FlowStore
	InstanceStore
	RecordStore
	PeopleStore
	SessionStore
	OutboxStore
	MailStore
	ListStore
	MessageStore
	FileStore
	TaskDraftStore
	StartDraftStore
	Close() error
	Ping(ctx context.Context) error
}

// Publisher tells whoever looks at a topic that it changed. It is called after the commit, never blocks and never fails:
// who misses a message sees the newer revision with the next, or on reconnecting.
type Publisher interface {
	Publish(topic string, revision int64)
}
