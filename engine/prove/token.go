package prove

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"flowline/engine/machine"
)

// token is a place in the chart. What makes two tokens alike for all that follows is all it knows.
type token struct {
	node  string
	scope string // id of its fork's firing; empty: the whole
	// branch is which of the fork's arrows it came by; of what a join within the scope merged, the first of them.
	branch uint16
	edge   string // the arrow it was split for and is yet to take
	maybe  bool   // it is not settled whether the decision chose that arrow
	fired  bool   // it stands in a join and is what came out of it
	met    bool   // it waits in a join, and another token has come there
	// refused: it is no place, but says of a scope that a branch of it was rejected and waits for the others.
	refused bool
	many    uint8 // how many wait as it in a join for N; no more are counted than the join wants
}

// A scope's id says all of it: the scope around it, the branch there that went into the fork, the fork, and which of
// several firings that are under way at once. So equal states have equal ids.
const scopeBytes = 5

// maxFirings is how many firings of one fork by one branch may be under way at once before the exploration gives up.
const maxFirings = 3

func (t token) inner(fork, firing int) string {
	id := binary.BigEndian.AppendUint16([]byte(t.scope), t.branch)
	id = binary.BigEndian.AppendUint16(id, uint16(fork))
	return string(append(id, byte(firing)))
}

func parentOf(scope string) string { return scope[:len(scope)-scopeBytes] }

func forkOf(scope string) int {
	return int(binary.BigEndian.Uint16([]byte(scope[len(scope)-3 : len(scope)-1])))
}

// branchIn is the branch of a scope around it that a token is in.
func (t token) branchIn(around string) int {
	if t.scope == around {
		return int(t.branch)
	}
	return int(binary.BigEndian.Uint16([]byte(t.scope[len(around) : len(around)+2])))
}

// together tells whether tokens that wait in one join, in two scopes, wait for the same: scopes that are firings of one
// fork by one branch, or within one another. Then they are merged in the scope that holds both.
func together(a, b string) (scope string, meet bool) {
	if a == b {
		return a, true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	for at := 0; at < len(a); at += scopeBytes {
		if a[at:at+scopeBytes-1] != b[at:at+scopeBytes-1] {
			return "", false
		}
		if a[at:at+scopeBytes] != b[at:at+scopeBytes] {
			return a[:at], at > 0 && len(a) == len(b)
		}
	}
	return a, a != ""
}

// order sorts tokens by branch, outermost first: the first that can go on does.
func (t token) order() string {
	return string(binary.BigEndian.AppendUint16([]byte(t.scope), t.branch))
}

// after is the order of what comes out of a scope: after everything within it, before the branches that follow.
func after(scope string) string { return scope + "\xff\xff\xff" }

func compare(a, b token) int {
	return cmp.Or(strings.Compare(a.order(), b.order()), strings.Compare(a.node, b.node), strings.Compare(a.edge, b.edge),
		less(a.maybe, b.maybe), less(a.fired, b.fired), less(a.met, b.met), less(a.refused, b.refused), cmp.Compare(a.many, b.many))
}

func less(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// state is the tokens of an instance, sorted. An instance that has ended has none.
type state []token

// key is the same for equal states.
func (s state) key() string {
	var b strings.Builder
	for _, t := range s {
		b.WriteString(t.node)
		b.WriteByte(0)
		b.WriteString(t.order())
		b.WriteString(t.edge)
		b.WriteByte(boolByte(t.refused)<<3 | boolByte(t.maybe)<<2 | boolByte(t.fired)<<1 | boolByte(t.met))
		b.WriteByte(t.many)
		b.WriteByte(0)
	}
	return b.String()
}

func boolByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// after is the state that a move leads to.
func (s state) after(m move) state {
	next := make(state, 0, len(s)+len(m.come))
	for _, t := range s {
		if !slices.Contains(m.gone, t) && !slices.Contains(m.cut, t) {
			next = append(next, t)
		}
	}
	for _, a := range m.come {
		next = append(next, a.token)
	}
	if m.refuses != "" {
		next = append(next, token{scope: m.refuses, refused: true})
	}
	next = next.settled()
	slices.SortFunc(next, compare)
	return slices.Compact(next)
}

// settled has what was refused in a scope of which nothing is left count in the one around it. Of the whole it only says how
// the instance ends.
func (s state) settled() state {
	lives := func(scope string) bool {
		return slices.ContainsFunc(s, func(t token) bool { return !t.refused && strings.HasPrefix(t.scope, scope) })
	}
	for i := range s {
		for s[i].refused && s[i].scope != "" && !lives(s[i].scope) {
			s[i].scope = parentOf(s[i].scope)
		}
	}
	return slices.DeleteFunc(s, func(t token) bool { return t.refused && t.scope == "" })
}

// scopes are those that the tokens are in, and those around them.
func (e *explorer) scopes(s state) []machine.Scope {
	var all []machine.Scope
	seen := map[string]bool{}
	for _, t := range s {
		for id := t.scope; id != "" && !seen[id]; id = parentOf(id) {
			seen[id] = true
			all = append(all, machine.Scope{ID: id, Node: e.nodes[forkOf(id)].ID, Parent: parentOf(id)})
		}
	}
	return all
}
