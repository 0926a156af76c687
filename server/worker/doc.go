// Package worker does what happens by itself: timers that fire, jobs of the outbox, mails, old sessions that are forgotten.
//
// A Worker runs one task again and again: at an interval, and at once when it is woken. Each run claims work under a
// lease, so that any number of copies of the program share it and a copy that dies leaves it to the others. A run that
// found as much as it asked for is followed by another; a run that failed is logged and tried again at the next interval.
//
// Stop lets the run under way finish. What it did not get to stays in the database for the next start.
package worker
