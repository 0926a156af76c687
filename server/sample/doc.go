// Package sample loads the sample company: its people, record types, records and flows.
//
// Loading is not adding records by hand: it starts no flow and asks nobody. It can be done again at any time; what is
// there already is left as it is, so that nothing that people did in the meantime is lost. A database in which other
// people are is not touched unless the caller insists.
package sample
