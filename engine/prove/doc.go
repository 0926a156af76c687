// Package prove shows, of every instance that a chart could ever have, what pattern matching can only guess.
//
// # Tokens
//
// Chart explores every state that the tokens of an instance can be in: every outcome of every approval and of every
// sub-flow, every way of a decision, every set of ways of a decision that takes all matches, and joins by the rule that the
// machine runs by (machine.Ripe). It finds traps, from which no end is reached any more; joins in which nothing ever meets;
// branches that run back to the fork they come from; and the steps that no token ever enters. Whatever it finds has a
// trace: the shortest way there, without what other branches did meanwhile.
//
// A State of the exploration is a set of tokens: where each stands and in which scope, and no more. Tokens of different
// branches meet only in joins, so it makes no difference which of them goes first; only one order is explored, branch by
// branch. That, and tokens that wait in one join counting as one, keeps the number of states of a chart with wide forks
// in proportion to its size. A rejection that is to count once the other branches have come in is kept with its scope, and
// ends the instance in the join that closes it. A join that does not wait for all fires in every state in which enough have
// come, and calls the others off wherever they are by then. Tests hold the exploration against the machine itself.
//
// # Values
//
// Decision finds what the rules of a decision say of every record there can be: a record for which none is true, two of
// which are true of one record, one that is never true or never looked at. It evaluates the compiled rules themselves, at
// every value where the answer can change: each fixed value a field is compared with, its neighbours, and empty.
//
// # What is not proved
//
// More than Limit states, or a rule that does more than compare fields with fixed values: then the answer says so, and
// nothing else. A rule that cannot be evaluated because a field is empty is an incident of the running instance, and no
// record that falls through.
package prove
