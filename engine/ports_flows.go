package engine

import (
	"context"
	"time"

	"flowline/engine/flow"
)

// FlowStore keeps drafts and versions of flows.
type FlowStore interface {
	// Drafts lists all drafts, by key, with no more of their documents than key, name and record type.
	Drafts(ctx context.Context) ([]Draft, error)
	// Draft gives one draft. not_found.
	Draft(ctx context.Context, key string) (Draft, error)
	// AddDraft saves a new draft at revision 1. conflict (flow_key_taken) when the key exists.
	AddDraft(ctx context.Context, d Draft) error
	// SaveDraft replaces the draft if it is still at base, as revision base+1. conflict (draft_moved_on) otherwise.
	SaveDraft(ctx context.Context, d Draft, base int64) error
	// AddVersion saves the next version of v.Flow, if its draft is still at base, makes it current and answers its
	// number (1, 2, …). conflict (draft_moved_on).
	AddVersion(ctx context.Context, v Version, base int64) (int, error)
	// Version gives one version with its document. not_found.
	Version(ctx context.Context, key string, number int) (Version, error)
	// Versions lists a flow's versions, newest first, without their documents.
	Versions(ctx context.Context, key string) ([]Version, error)
	// CurrentVersions lists the current version of every flow that has one, with documents.
	CurrentVersions(ctx context.Context) ([]Version, error)
	// MakeCurrent makes an existing version the one that new instances run. not_found.
	MakeCurrent(ctx context.Context, key string, number int) error
}

// Draft is a flow being drawn.
type Draft struct {
	Key        string
	Revision   int64
	Definition flow.Definition
	UpdatedAt  time.Time
	UpdatedBy  string
	Current    int // number of the current version; 0: never published. Read only.
}

// Version is a published flow. Nothing of it ever changes but which one is current.
type Version struct {
	Flow        string
	Number      int
	Note        string
	Definition  flow.Definition
	PublishedAt time.Time
	PublishedBy string
	Current     bool
}
