// Package rule is conditions: CEL compiled and type-checked against a record type.
//
// A rule sees "record" (its fields, linked records one level deep) and, in a trigger on a change, "old" (the values
// before); where something is done for each of several things, such as the rows of a field, "item" is the one it is done for.
// Compile answers Issues, never panics; Eval answers a value with an Explanation, or an error: a rule that
// cannot be evaluated is never false. Evaluation has a cost limit.
//
// # What a rule sees
//
//	text, long text, choice, person   string, or null when empty
//	number, money                     number, or null
//	yes/no                            bool, or null
//	date, date and time               timestamp (a date is its midnight in UTC), or null
//	multiple choice, files            list of strings; empty when empty
//	link                              the linked record, or null; its own links are ids: record.customer.parent == "…"
//	rows                              list of rows: record.items.exists(i, i.price > 100)
//
// Every record also has id, number, owner, created_by, updated_by, created_at and updated_at. A choice is compared with
// its options' keys, and an option that does not exist is an issue. A text that stands against a date field of record or
// old is read as a date: record.signed_on > "2026-01-31".
//
// # Numbers
//
// There is one number type, an exact decimal; CEL's int, uint and double do not occur. Literals are taken from their
// digits in the source, whichever side of an operator they stand on: 0.1 + 0.2 == 0.3. Only a division is rounded, half
// away from zero at 20 decimals. Numbers of more than 200 digits are refused.
//
// # Empty fields
//
// An empty field can be asked for by == null, != null or has(), and is different from every value, so that
// record.region != "fujian" is true of a record without a region. Anything else that needs its value, such as < or a
// field behind an empty link, fails. As everywhere in CEL, "a || b" is true when one of them is, even if the other
// fails, and "a && b" false when one of them is.
//
// # Functions beside CEL's
//
//	date("2026-01-31"), timestamp("2026-01-31T08:00:00+08:00")
//	x.addDays(n), x.addMonths(n), x + days(n), daysBetween(a, b), monthsBetween(a, b)
//	x.year(), x.month(), x.day(), x.weekday() (Monday is 1), x.hour(), all in UTC
//	size(list), list.sum(), abs(n), number("1.50"), string(n)
//
// A term over a year is record.term_months > 12, or record.ends_on > record.starts_on.addMonths(12).
//
// # Left to the caller
//
// Giving the facts: linked records as nested values. A list index must be a literal.
package rule
