// Package fault is the one error type of the product.
//
// An Error says what kind of failure it is (Code: seven kinds, mapped once to HTTP and once to the screen), which
// failure exactly (Reason: a stable name that programs and tests compare), what the person should read and do (Text, in
// both languages), where in the input it lies (Fields), and, for the log alone, what caused it. An error of any other
// type is internal: its words are never shown.
package fault
