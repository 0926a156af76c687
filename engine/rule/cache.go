package rule

import (
	"crypto/sha256"
	"encoding/json"
	"sync"

	"cel.dev/cel-go/cel"

	"flowline/engine/record"
)

// A rule is compiled once per meaning of its scope, however often a record type is loaded anew. When a cache is full it
// is emptied: what is in use comes back at the price of one compilation.
const (
	maxScopes   = 64
	maxPrograms = 2048 // per scope
)

var scopes scopeCache

type scopeCache struct {
	mu    sync.Mutex
	known map[scopeKey]*scope
}

type scopeKey struct {
	hash      [sha256.Size]byte
	old, item bool
}

// scope is a Scope made ready: its environment and the programs compiled in it.
type scope struct {
	schema *schema
	env    *cel.Env

	mu       sync.RWMutex
	programs map[programKey]compiled
}

type programKey struct {
	src  string
	want Want
}

type compiled struct {
	program *Program
	issues  []Issue
}

func (c *scopeCache) of(in Scope) (*scope, error) {
	key, err := keyOf(in)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if s, ok := c.known[key]; ok {
		return s, nil
	}
	types, err := newSchema(in)
	if err != nil {
		return nil, err
	}
	env, err := newEnv(types, in.Old)
	if err != nil {
		return nil, err
	}
	if c.known == nil || len(c.known) >= maxScopes {
		c.known = map[scopeKey]*scope{}
	}
	s := &scope{schema: types, env: env, programs: map[programKey]compiled{}}
	c.known[key] = s
	return s, nil
}

// keyOf is a digest of everything that a rule's types depend on.
func keyOf(in Scope) (scopeKey, error) {
	seen := []*record.Type{in.Type}
	if in.Types != nil {
		for i := range in.Type.Fields {
			if f := &in.Type.Fields[i]; f.Type == record.Link {
				if t, ok := in.Types.RecordType(f.Target); ok {
					seen = append(seen, t)
				}
			}
		}
	}
	if in.Item != nil {
		seen = append(seen, in.Item)
	}
	b, err := json.Marshal(seen)
	return scopeKey{hash: sha256.Sum256(b), old: in.Old, item: in.Item != nil}, err
}

func (s *scope) compile(src string, want Want) (*Program, []Issue) {
	key := programKey{src, want}
	s.mu.RLock()
	c, ok := s.programs[key]
	s.mu.RUnlock()
	if ok {
		return c.program, c.issues
	}
	c.program, c.issues = s.build(src, want)
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.programs) >= maxPrograms {
		clear(s.programs)
	}
	s.programs[key] = c
	return c.program, c.issues
}
