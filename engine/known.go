package engine

import (
	"context"
	"reflect"
	"sync"
	"time"

	"flowline/engine/org"
	"flowline/engine/record"
)

// known keeps what is read by every command and changed seldom. Published versions never change and are kept for good;
// company, record types and the list of current versions are looked at again when they are older than fresh, so what
// another copy of the program changes is seen within seconds, and what this one changes at once.
type known struct {
	store Store
	fresh time.Duration

	people   cached[people]
	types    cached[catalog]
	current  cached[[]*version]
	mu       sync.Mutex
	versions map[versionKey]*version
}

type versionKey struct {
	flow   string
	number int
}

// people is the company at a revision.
type people struct {
	*org.Directory
	company  org.Company
	revision int64
}

// catalog is the record types, in order and by key.
type catalog struct {
	list []record.Type
	record.Types
}

func (k *known) init(store Store, fresh time.Duration) {
	k.store, k.fresh, k.versions = store, fresh, map[versionKey]*version{}
	k.people.load = k.loadPeople
	k.types.load = k.loadTypes
	k.current.load = k.loadCurrent
}

// loadPeople reads the company again only if its revision has moved.
func (k *known) loadPeople(ctx context.Context, before people) (people, error) {
	if before.Directory != nil {
		revision, err := k.store.CompanyRevision(ctx)
		if err != nil || revision == before.revision {
			return before, err
		}
	}
	company, revision, err := k.store.Company(ctx)
	if err != nil {
		return people{}, err
	}
	return people{Directory: org.NewDirectory(company), company: company, revision: revision}, nil
}

// loadTypes reads the record types. Versions compiled against other types are forgotten: a new field has to be in the
// forms of the flows that run.
func (k *known) loadTypes(ctx context.Context, before catalog) (catalog, error) {
	list, err := k.store.Types(ctx)
	if err != nil {
		return catalog{}, err
	}
	if before.Types != nil && reflect.DeepEqual(before.list, list) {
		return before, nil
	}
	now := catalog{list: list, Types: make(record.Types, len(list))}
	for i := range list {
		now.Types[list[i].Key] = &list[i]
	}
	k.mu.Lock()
	k.versions = map[versionKey]*version{}
	k.mu.Unlock()
	return now, nil
}

func (k *known) loadCurrent(ctx context.Context, _ []*version) ([]*version, error) {
	rows, err := k.store.CurrentVersions(ctx)
	if err != nil {
		return nil, err
	}
	types, err := k.types.get(ctx, k.fresh)
	if err != nil {
		return nil, err
	}
	out := make([]*version, len(rows))
	for i, row := range rows {
		out[i] = k.keep(row, types)
	}
	return out, nil
}

// version gives one published version, compiled.
func (k *known) version(ctx context.Context, key string, number int) (*version, error) {
	types, err := k.types.get(ctx, k.fresh)
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	v, ok := k.versions[versionKey{key, number}]
	k.mu.Unlock()
	if ok {
		return v, nil
	}
	row, err := k.store.Version(ctx, key, number)
	if err != nil {
		return nil, err
	}
	return k.keep(row, types), nil
}

// keep remembers a version. Two that come at once compile it twice and keep one.
func (k *known) keep(row Version, types record.Catalog) *version {
	at := versionKey{row.Flow, row.Number}
	k.mu.Lock()
	defer k.mu.Unlock()
	if v, ok := k.versions[at]; ok {
		return v
	}
	v := newVersion(row, types)
	k.versions[at] = v
	return v
}

// cached is a value that is loaded when it is older than asked for.
type cached[T any] struct {
	load func(ctx context.Context, before T) (T, error)

	mu    sync.Mutex
	value T
	at    time.Time // when it was last known to be true; zero: never, or forgotten
}

// get gives the value, no older than fresh. Age is real time, not the engine's clock: it bounds what a copy may miss.
func (c *cached[T]) get(ctx context.Context, fresh time.Duration) (T, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.at.IsZero() && time.Since(c.at) < fresh {
		return c.value, nil
	}
	at := time.Now()
	value, err := c.load(ctx, c.value)
	if err != nil {
		var none T
		return none, err
	}
	c.value, c.at = value, at
	return value, nil
}

// peek gives the value as it was when it was loaded last, however old.
func (c *cached[T]) peek() T {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.value
}

// forget has the value looked at again by whoever asks next.
func (c *cached[T]) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = time.Time{}
}

// directory gives the company as it is now.
func (e *Engine) directory(ctx context.Context) (people, error) {
	return e.known.people.get(ctx, e.known.fresh)
}

// catalog gives the record types as they are now.
func (e *Engine) catalog(ctx context.Context) (catalog, error) {
	return e.known.types.get(ctx, e.known.fresh)
}

// recordType gives one record type. not_found.
func (e *Engine) recordType(ctx context.Context, key string) (*record.Type, error) {
	types, err := e.catalog(ctx)
	if err != nil {
		return nil, err
	}
	t, ok := types.RecordType(key)
	if !ok {
		return nil, errNoRecordType(key)
	}
	return t, nil
}

// currentVersion gives the version of a flow that new instances run. not_found.
func (e *Engine) currentVersion(ctx context.Context, key string) (*version, error) {
	all, err := e.known.current.get(ctx, e.known.fresh)
	if err != nil {
		return nil, err
	}
	for _, v := range all {
		if v.Flow == key {
			return v, nil
		}
	}
	return nil, errNoFlow
}
