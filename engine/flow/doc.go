// Package flow is the flow definition: what a key user draws.
//
// A Definition is the document (JSON, format 1): nodes, edges, lanes, positions and settings. Parse is strict: an
// unknown field is an error that names it. Every format ever published keeps a pinned file in testdata and an upgrade.
// A Graph is a Definition indexed, its rules compiled, ready to run; it is immutable and shared.
//
// Whether a flow makes sense is check's question, not this package's: a Draft may be half drawn.
package flow
