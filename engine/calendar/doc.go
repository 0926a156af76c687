// Package calendar counts working time: the hours in which people can be expected to act.
//
// A Calendar is a Week, which says at what hours of which weekdays work is done and in which time zone, with the Years
// laid over it, whose holidays are off and whose working weekends (调休) are not. Moments between hours belong to no
// working time: a deadline of two working hours given on Friday evening ends on Monday morning.
//
// What is not known is taken to be usual: of a year that no Year tells of, the Week alone holds.
//
// # Promises
//
// Between(a, Add(a, d)) is d, for any a and d. Add gives the first moment for which that is so when d is positive, the
// last when it is negative. Between(a, b)+Between(b, c) is Between(a, c). Where clocks are put forward or back, working
// hours are as long as they last.
package calendar
