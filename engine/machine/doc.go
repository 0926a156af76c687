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
//	instance: running ⇄ faulted (an incident is open) ⇄ returned (whoever submitted has it back) ⇄ suspended
//	          → approved | rejected | withdrawn | terminated      any of these → voided (see Voidable)
//	task:     waiting ⇄ open ⇄ delegated       open → approved_pending → approved
//	          → approved | rejected | abstained | returned | done | skipped | cancelled | transferred
//
// An instance ends when its last token does. It is rejected if any end that was reached says so, else approved. An end of
// the whole ends it at once with its own result; a rejection for which the step has no arrow ends it as rejected; an admin
// can terminate it, and whoever submitted withdraw it. Nothing of it stays open then.
//
// # Coming back
//
// Every activation remembers those that its tokens came from (lineage.go). Going back to one undoes what came of it: those
// tokens and their tasks are gone, what was decided stays to be seen as superseded, and one token enters the node again,
// where the same people are asked. So a return within a branch leaves its siblings alone, and one to before a fork ends
// them all. It comes forward again step by step, or straight to who returned it, unless what was changed meanwhile leads
// another way, or was approved in between. What update steps changed on the way is put back where they say so, the
// latest first, and with it what children did; so it is when the instance is withdrawn or rejected. A decision
// is taken back in the same manner, as long as nobody has gone by it.
//
// # Joins
//
// A fork gives each branch a token, in a scope of their own; a fork within a branch makes a scope within that scope. A
// join waits as long as any token of those scopes can still come to it without leaving them, whatever became of the others:
// branches that ended or went another way do not count. All that wait in it go on together. See Ripe. One for the first
// branch, or for N, fires as soon as they have come, and calls off what else is under way in its fork; see Enough and
// Overtaken. A join fires once for each firing of its fork.
//
// # Approvals
//
// A quorum "any" takes the first decision of either kind, "all" and "order" want everybody, and one rejection settles
// them. Whoever submitted is not asked to approve the own request: the others decide, and if there are none the step is
// passed with a task marked as skipped. A step that names the submitter outright, or has fields that must be filled in,
// does ask. A task that is settled by somebody else's decision is cancelled and says whose; whoever was asked it is told.
//
// A vote counts exact shares of weights. Whoever has agreed to the same values already is not asked twice.
//
// In "order" the next is asked only if still active. Whoever is switched off while asked is asked no more, and where one
// decision settles the step the others decide. Else that signature goes to somebody else by the step's setting, at last
// to the admins; only where there are none is it vacant, which is an incident of its own: an admin names one person for
// it, and the others stay as they are.
//
// An assignee may give the task to somebody else, ask for an opinion, claim it out of a pool, or want more signatures: a
// Group before or after the own one, or slots beside it. See Offers.
//
// # Time
//
// A task's clock begins when its assignee is asked: a timer marks it late, others do what the step says around its deadline,
// in nobody's name. Timers stand still while the instance is suspended and while signers added before are awaited; they go
// with the task when it is passed on or an opinion is asked. Those of a pool stand still while another sees to it, and have
// run on. A deadline counted from a date of the record stays on it. Lengths in working time, and dates, are asked for; see
// Reckoning.
//
// A deputy decides for another where the caller says so, but neither the own request nor beside a signature of the own.
// When somebody leaves, who takes over gets the tasks and, as who is responsible, the instances they submitted. Such an
// instance is their own request only once they have submitted it again.
//
// # Sub-flows
//
// A sub-flow step has Children: it asks for them by Jobs, is told what became of them by events, and is approved or rejected
// once that is enough. A child knows its Caller, tells it how it ended, and is ended with it. It stands still while the one that
// waits for it is suspended. What another instance over the
// same record changes of it is a version of the values here too. A decision is not taken back once a child that it led to has
// begun.
//
// # Declared void
//
// What has ended is declared void by an admin; what was approved, where the flow names another for that, only by a request
// that is approved: an instance of that flow, which knows what it Voids and tells it how it ended. The one asked about notes
// the request as Voiding and stays as it ended: nothing of it is open again.
//
// # Promises
//
// Advance is pure: no clock, no randomness, no input or output; it never changes the state it is given, and equal input
// gives equal output. A refusal is an error and there is nothing to undo. An incident is the flow's fault: it is in the
// state, and is retried or repaired. A rule that cannot be evaluated is an incident, never "false".
//
// # Left to the caller
//
// Saving a step whole or not at all, at the revision it started from; answering Asks before saving, facts with the
// changes of the step so far among them; sending Jobs after. Who may be an admin, and who stands in for whom; that a
// person is who they say. Values in events have their canonical Go forms: ReadEvent gives them back to events that were
// read from JSON. In the words of a notice a person stands as {person:<id>}.
package machine
