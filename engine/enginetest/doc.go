// Package enginetest helps tests of the engine and of what stands on it: a small sample company, its record types, a
// builder of flows, a clock that stands still, and New, an engine over a store with all of that in it.
//
// Only tests import it.
package enginetest
