// Package check answers whether a flow may be published.
//
// Check gives Problems: each with a stable code, its place on the chart, what is wrong and what to do, in both
// languages. A problem of severity error blocks publishing; a warning does not. A flow that can run to its end whatever
// its people decide, and has nothing on it that is never reached, has no errors.
//
// Each file is one subject (starts, decisions, people …) with its own codes, and testdata has a fixture of the same name:
// small charts, and what is said of them.
//
// What only shows when instances run is proved in engine/prove, which plays the machine's own rule of joins over every
// state; that is why check knows that room, and it alone knows the machine.
//
// # What is taken on trust
//
// Only a running instance can tell who the submitter's manager is, who stands in a person field, or whether a rule meets
// an empty field. Such a flow passes; should it come to nothing, the instance has an incident.
package check
