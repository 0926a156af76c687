// Package machinetest helps tests of the machine: flows written as short text (ParseFlow), a Play that feeds events to an
// instance and answers what it asks from a record and a list of people, the invariants that hold after every step, and a
// generator of random sound flows that come with a model of how they must run.
//
// It knows no store and no engine, so that the pure part is tested by itself. Only tests import it.
package machinetest
