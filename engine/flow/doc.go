// Package flow is the flow definition: what a key user draws.
//
// A Definition is the document (JSON, format 1): nodes, edges, lanes, positions and settings. Parse is strict: an unknown
// or doubled key, a value of another type, a malformed id is a fault that names every such place, up to twenty; nothing
// is dropped in silence. Encode writes the one canonical form, and parsing that gives the same definition. Every format
// ever published keeps a pinned file in testdata and an upgrade; an action that this version does not know is a fault of
// its own, so that later ones (create, call, wait) can be added without a new format.
//
// Texts that are read may hold anything that can be shown, <script> included: whoever shows them escapes them. Control
// characters and those that turn the direction of writing are refused. What is saved anew is asked to be Untagged too.
//
// # Graph
//
// A Graph is a Definition indexed, its rules compiled, ready to run; it is immutable and shared. Index makes one of a half
// drawn chart, for questions about its shape. A node splits if it makes a token per branch (a fork, or a decision that
// takes all matches); the join where all that is left of those branches has come together closes it (Closing).
//
// # Field rights
//
// What may be done with a field at a node is what the node says; a field it does not name can be edited at the start and
// read at every other node (FieldAccess). Of detail rows it may say so of the rows and, under a key such as items.price, of
// each column. The rows' right is about the rows themselves: edit adds, removes and moves them, required wants one at
// least, read leaves them as they are, hidden shows nothing of them. A column's right is about what stands in it in every
// row: with rows that are read, a column may still be changed in those that are there; required wants it filled in in each.
// A column that is not named follows its rows.
//
// # Policies
//
// What a step that asks people says of votes, of returning, rejecting, picking, copies and of who is asked when nobody is
// found stands in policies.go. What is absent is the default, and is never written.
//
// Whether a flow makes sense is check's question, not this package's: a Draft may be half drawn.
package flow
