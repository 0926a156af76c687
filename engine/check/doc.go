// Package check answers whether a flow may be published.
//
// Check gives Problems: each with a stable code, its place on the chart, what is wrong and what to do, in both
// languages. A problem of severity error blocks publishing; a warning does not.
package check
