// Package engine is what the product does: commands and questions of people over flows, records, instances and tasks.
//
// Every command names who gives it and is refused here, not in a handler, when that person may not. An instance moves in
// one loop, apply.go: load, Advance, answer what is asked, commit, publish. What the engine needs from outside it
// declares in ports.go. The types in views.go are what people see, cut to what they may see.
package engine
