package enginetest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"

	"flowline/engine"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

// Checked is a store that looks after every step, as it was saved, for what always holds of an instance: tokens stand on
// nodes, tasks belong to tokens, a finished instance has nothing open, and folding its journal gives its state again. After
// a step just what is new is folded, at the end of the test all of it.
func Checked(tb testing.TB, s engine.Store) engine.Store {
	c := &checked{Store: s, tb: tb, graphs: map[string]*flow.Graph{}, folded: map[string]machinetest.Folded{}}
	tb.Cleanup(c.foldAll)
	return c
}

type checked struct {
	engine.Store
	tb     testing.TB
	mu     sync.Mutex
	graphs map[string]*flow.Graph
	folded map[string]machinetest.Folded // by instance
}

// Commit saves a step and looks at what was saved.
func (s *checked) Commit(ctx context.Context, c engine.Commit) error {
	before := map[string]machine.State{}
	for _, one := range append([]engine.Commit{c}, c.Also...) {
		if in, err := s.Store.Instance(ctx, one.Instance.ID); err == nil && in.Revision == one.Base {
			before[one.Instance.ID] = in.State
		}
	}
	if err := s.Store.Commit(ctx, c); err != nil {
		return err
	}
	for _, one := range append([]engine.Commit{c}, c.Also...) {
		s.look(ctx, one, before[one.Instance.ID])
	}
	return nil
}

func (s *checked) look(ctx context.Context, c engine.Commit, before machine.State) {
	in, err := s.Store.Instance(ctx, c.Instance.ID)
	if err != nil || in.Revision != c.Instance.Revision {
		return // somebody has moved it on meanwhile, and looks himself
	}
	journal, g := s.journal(ctx, in), s.graph(ctx, in.Flow, in.Version)
	if journal == nil || g == nil {
		return
	}
	s.lookAtData(ctx, in, journal)
	s.mu.Lock()
	last := s.folded[in.ID]
	s.mu.Unlock()
	next, unfolded := last.On(g, in.State, journal)
	s.mu.Lock()
	s.folded[in.ID] = next
	s.mu.Unlock()
	broken := machinetest.Broken(g, before, machine.Step{State: in.State, Journal: c.Journal})
	s.tell(in, append(broken, unfolded...))
}

// foldAll folds the whole journal of every instance that was looked at, as far as its store is open still.
func (s *checked) foldAll() {
	ctx := context.Background()
	for id := range s.folded {
		in, err := s.Store.Instance(ctx, id)
		if err != nil {
			continue
		}
		journal, g := s.journal(ctx, in), s.graph(ctx, in.Flow, in.Version)
		if journal != nil && g != nil {
			s.tell(in, machinetest.BrokenFold(g, in.State, journal))
		}
	}
}

// journal reads what led to the state of an instance; whatever was added since is left out.
func (s *checked) journal(ctx context.Context, in engine.Instance) []machine.Entry {
	journal, err := s.Store.Journal(ctx, in.ID)
	if err != nil {
		s.tb.Errorf("read the journal of %s: %v", in.ID, err)
	}
	for i, e := range journal {
		if e.Seq > in.State.Seq {
			return journal[:i]
		}
	}
	return journal
}

func (s *checked) tell(in engine.Instance, broken []string) {
	for _, b := range broken {
		s.tb.Errorf("after revision %d of an instance of %s: %s", in.Revision, in.Flow, b)
	}
}

// lookAtData sees to it that every version of the record's values can be shown again: the snapshot with what the journal
// tells laid over it has the hash that was kept, and the last is the record.
func (s *checked) lookAtData(ctx context.Context, in engine.Instance, journal []machine.Entry) {
	if len(in.Hashes) != in.State.Data {
		s.tb.Errorf("%d versions of the values have %d hashes", in.State.Data, len(in.Hashes))
		return
	}
	values, err := s.Snapshot(ctx, in.ID)
	if err != nil {
		s.tb.Errorf("read the snapshot of %s: %v", in.ID, err)
		return
	}
	for _, e := range journal {
		switch {
		case e.Type == machine.EntryUpdated && e.Data.Version > 0:
			maps.Copy(values, e.Data.After)
			if hash := in.Hashes[e.Data.Version-1]; record.Hash(values) != hash {
				s.tb.Errorf("version %d of the values is not what its hash says", e.Data.Version)
			}
		case e.Type == machine.EntryStarted && record.Hash(values) != in.Hashes[0]:
			s.tb.Errorf("the snapshot is not what its hash says")
		}
	}
	rec, err := s.Record(ctx, in.RecordType, in.RecordID)
	if err == nil && rec.LockedBy == in.ID && !shared(in.State) && !record.Equal(rec.Values, values) {
		s.tb.Errorf("the last version of the values is not the record:\n%v\n%v", values, rec.Values)
	}
}

// shared reports whether children change the record as well: what they change is told when they end.
func shared(s machine.State) bool {
	return slices.ContainsFunc(s.Children, func(c machine.Child) bool { return c.State == machine.ChildStarted || c.State == machine.ChildCalled })
}

// graph compiles a version once. Types are read once too: no test changes them under way.
func (s *checked) graph(ctx context.Context, key string, number int) *flow.Graph {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := fmt.Sprint(key, " v", number)
	if g, ok := s.graphs[at]; ok {
		return g
	}
	v, err := s.Store.Version(ctx, key, number)
	if err != nil {
		s.tb.Errorf("read %s: %v", at, err)
		return nil
	}
	list, err := s.Store.Types(ctx)
	if err != nil {
		s.tb.Errorf("read the record types: %v", err)
		return nil
	}
	types := record.Types{}
	for i := range list {
		types[list[i].Key] = &list[i]
	}
	g, err := flow.Compile(v.Definition, v.Number, types)
	if err != nil {
		s.tb.Errorf("compile %s: %v", at, err)
		return nil
	}
	s.graphs[at] = g
	return g
}
