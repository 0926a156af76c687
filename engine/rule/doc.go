// Package rule is conditions: CEL compiled and type-checked against a record type.
//
// A rule sees "record" (its fields, linked records one level deep) and, in a trigger on a change, "old" (the values
// before). Compile answers Issues, never panics; Eval answers a value with an Explanation, or an error: a rule that
// cannot be evaluated is never false. Evaluation has a cost limit.
package rule
