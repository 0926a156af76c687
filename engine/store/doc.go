// Package store is the engine.Store over gorm, for SQLite and for MySQL or MariaDB. It alone imports gorm and, but for the
// floor that benchmarks measure it against, drivers.
//
// # What is kept how
//
// Instances are one row each: what lists show in columns, the machine.State as JSON. Tasks, timers and people of an
// instance are projections of it in tables of their own, written with it in one transaction. The journal is one row per
// step. Drafts and versions hold the flow document as it was encoded.
//
// A record type is a table rec_<key> with a column per field, named by the field's key beside the columns of record.Reserved.
// Detail rows are a table rec_<key>$<field>. Identifiers come from keys that record.Type.Check let pass, and are quoted;
// values are always bound.
//
//	field                       SQLite                          MySQL
//	text, choice, link, person  TEXT                            VARCHAR, or TEXT when not sought
//	long text                   TEXT                            MEDIUMTEXT
//	number, money               BIGINT, in the smallest unit    DECIMAL(20, places)
//	boolean                     0 or 1                          0 or 1
//	date                        TEXT, 2026-01-31                DATE
//	datetime                    microseconds since 1970         DATETIME(6), UTC
//	multi choice, file          JSON text                       JSON text
//
// So numbers are exact, and sort, compare and sum as numbers, in both. What fits is what fits SQLite: 18 digits in all, and
// most numbers of 19. Text compares byte for byte in both; searching ignores case, on SQLite only that of Latin letters.
//
// A file's content lies in rows of 512 KiB, each written in a transaction of its own and read when it is wanted. What names
// files, an entry of the journal, a message, a field, binds them in the transaction that saves it.
//
// # Writing
//
// On SQLite one writes at a time, and changes that wait share a commit (writer.go); on MySQL each change has its own
// transaction, run again when the server undid it for another's sake (retrier.go). Either way a change is whole or not at
// all, and is guarded by itself: a revision in its WHERE, a unique key, a row taken FOR UPDATE. There are no foreign keys,
// no AUTO_INCREMENT and no locks held between calls, so a database that is a cluster serves too.
//
// # Left to the caller
//
// Canonical values (record.Type.Parse), ids, who may do what, and calling Migrate before anything else.
package store
