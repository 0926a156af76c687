// Package engine is what the product does: commands and questions of people over flows, records, instances and tasks.
//
// # Authority
//
// Every command names who gives it and is refused here, not in a handler, when that person may not. Staff have records,
// submit and decide; key users draw; admins publish, repair and look after people. A record is a person's own by right of
// the company when he owns or made it, or stands above its owner: he then sees all of it. Through a flow somebody sees of
// it the fields of the steps where he was asked, with a copy what the flow has copies show, and nothing else, in whatever way
// he looks: task, history, rules, chart, lists. What is not for somebody's eyes is answered like what is not there. Notices of the product name the flow and the
// record's number, and to who made a request its title where he may see that; those of a notify step say to all whom it
// tells what its author put in, hidden elsewhere or not, and the check warns of that before it is published.
//
// # How an instance moves
//
// In one loop, apply.go:
//
//	load → machine.Advance → answer what it asks → commit → publish
//
// A step is saved whole, with the records it changes, or not at all; whoever was overtaken begins again from the load, a
// bounded number of times. Listeners are told after the commit. A command with an idempotency key that comes again is
// answered with its first result and does nothing. A refusal is the caller's fault and saves nothing; what the flow cannot
// do is an incident, which is saved, seen and repaired.
//
// While an instance runs it holds its record: only its tasks and steps change it.
//
// # A change that is approved first
//
// A trigger that holds makes a person's change of a record a proposal: nothing of the record changes, and an instance
// judges the record as it would be. It does not hold the record, whose other fields go on; the fields asked for are held,
// and no instance takes the whole record meanwhile. Approved, the proposal is laid over the record in the step that ends
// the instance; a field that became something else meanwhile (a step of another flow may reach it by a link) is left for
// whoever asked to choose. Not approved, it is discarded.
//
// # Versions of the values
//
// An instance keeps the values that it began with and a hash of each version since; the journal tells what lies between.
// Every submission and decision names the version that it was made on.
//
// # Attachments
//
// A file is uploaded first, and is its uploader's alone until he names it: in a field of a record, or with what he says in
// an instance. From then on it belongs there for good, and whoever may see that field, or that instance, may have it, as
// long as they may. Only an own file that is bound to nothing can be named anew; a flow may copy what a field holds. What
// nobody names within a day, nor keeps in a form that is not sent yet, is removed.
//
// # What is not sent yet
//
// What somebody has filled in at a task, or at the start of a flow or of a record, is kept for them alone, with its files. It
// is no part of anything: it has no number and no deadline, and is gone once it is sent. A task's goes with the step that
// closes the task; that of a start says what has changed since, and gives back what still fits.
//
// # What starts a flow
//
// A person submits a record; or a person adds or changes one, and every current version whose trigger fits starts in the
// same transaction. A trigger that fails is told to the person, to the admins and to the log, and never costs the record.
// What flows change starts nothing.
//
// # Parts of an instance
//
// A step may have other instances run: its children (children.go). Whoever submitted the parent is in charge of them. One
// that runs over the parent's own record changes it in the name of whoever holds it; what one of them changes is a version of
// the values of all of them at once (shared.go). A child that cannot begin is an incident of the parent. Ending the parent, or taking it
// back to before the step, ends the children that it waits for; what they, and those that have ended, changed is put back with
// what it changed itself (undoing.go), and told in each. Suspending it suspends those that it waits for too
// (heldup.go), and what they come to counts only once it is resumed. Who may see the parent sees that a child is there and
// where it stands, and no more; being in charge of a child shows nothing of a record that the parent's only links to. A child
// is not among the own requests of whoever is in charge, unless they are to submit it again.
//
// # What is declared void
//
// An admin declares void what has ended. Where its flow names another to approve that (voiding.go), whoever submitted and
// admins ask instead: the request is an instance of that flow over the same record, begun in the step that notes it, and among
// what its asker started. Whoever was ever asked there sees the instance that it is about, of the record what their step shows.
// Having asked shows nothing of the record.
//
// # Time that runs out
//
// Deadlines are counted by Options.Calendar or by the clock. What a timer does is one step like any other, so it happens once,
// whichever copy fires it; an instance's timers fire in the order of their times, however late. Who is urged outside of
// working time, in their own quiet hours or while the instance is suspended is told when that is over, if the task is still
// open; whoever is urged about several tasks in a short time gets one reminder of all that are still to be done.
//
// # Mail
//
// With a Mailer each notice, but for one that nothing is left to do or that says what one did oneself, also goes to the mail
// address of whom it is for, unless that person wants none or has read it by then. Notice and intent are saved together; a
// mail that is not taken is tried again for a day, then listed for admins as lost (lostmails.go), who have it sent again. One
// may go out twice, if a copy of the program dies right after sending it, but never none.
//
// # Words
//
// What is saved can be shown (text.Showable), and what names or notes something (flows, versions, people, a line of a
// record) holds no HTML tag (text.Tagged), for other programs show it too. That is asked of what somebody saves now; what
// was saved before is read, runs and may stay. What people say to each other is theirs to word.
//
// # Several copies
//
// Any number of engines may work on one store. Published versions are kept compiled for good; company, record types and
// the list of current versions are looked at again within Options.Fresh; an instance that this copy saved last, and
// a record that it showed last, are remembered at their revision, which Commit holds. Timers and jobs are claimed with a lease, so each is done by one copy and
// none is lost with it.
//
// What the engine needs from outside it declares in ports*.go. What goes into commands is in inputs.go, what comes out, cut
// to what its reader may see, in views*.go.
package engine
