// Package storetest says what an engine.Store is: Run is a suite that every store passes, in a transcript of what it
// promises.
//
// It also offers databases to tests and benchmarks of any package: a fresh SQLite file, or a fresh database on a private
// MariaDB server that is started once per test process and gone with it, however that ends. Each runs a test on both. The
// floors are the least that a flow of two commits costs when it is written straight on the driver, for benchmarks to stand
// beside.
//
// Only tests import this package.
package storetest
