package machine

// nest is scopes within scopes. The empty id is the whole, around them all.
type nest []Scope

func (n nest) find(id string) *Scope {
	for i := range n {
		if n[i].ID == id {
			return &n[i]
		}
	}
	panic("machine: no scope " + id)
}

// within reports whether a scope is, or lies within, the outer one.
func (n nest) within(scope, outer string) bool {
	for id := scope; id != ""; id = n.find(id).Parent {
		if id == outer {
			return true
		}
	}
	return outer == ""
}

// root is the outermost scope around a scope.
func (n nest) root(scope string) string {
	for scope != "" {
		parent := n.find(scope).Parent
		if parent == "" {
			break
		}
		scope = parent
	}
	return scope
}

func (s *State) scope(id string) *Scope { return nest(s.Scopes).find(id) }
