// Package machine runs a flow: Advance says what follows from an event.
//
// # Words
//
// An instance is one run of one version over one record; State is all of it that matters for going on. A Token is a place
// in the chart. An Activation is one entry of a token into a node, with a round that counts the entries into that node. A
// Slot is one signature wanted by an activation; a Task is one person's to-do for a slot. A Scope holds the branches of
// one firing of a fork. An Event is what happened outside; an Entry is what is told of it; an Ask is a question that the
// caller answers with another Event; a Job is work for the world outside once the step is saved; a Change is new values
// for a record, saved together with the step.
//
// # States
//
//	instance: running ⇄ faulted (an incident is open)      running → approved | rejected | terminated
//	task:     waiting → open → approved | rejected | done | skipped | cancelled
//
// # Promises
//
// Advance is pure: no clock, no randomness, no input or output; it never changes the state it is given, and equal input
// gives equal output. A refusal is an error and there is nothing to undo. An incident is the flow's fault: it is in the
// state, and is retried or repaired. A rule that cannot be evaluated is an incident, never "false".
//
// # Left to the caller
//
// Saving a step whole or not at all, at the revision it started from; answering Asks before saving; sending Jobs after.
package machine
