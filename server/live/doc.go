// Package live tells browsers which topics changed, over websockets.
//
// # Words
//
// A topic is a name such as instance:42; it has a revision that only rises. A Visitor is who opened a connection. The
// package knows topics and bytes: who may come in is answered by Options.Enter, who may follow a topic by Visitor.Follow.
//
// # The conversation
//
//	browser  {"op":"subscribe","topic":"instance:42"}     {"op":"unsubscribe","topic":"instance:42"}
//	server   {"topic":"instance:42","revision":7}         at once, and whenever it rises
//	         {"topic":"instance:42","problem":{…}}        when the visitor may not follow it, or no longer
//
// # What it guarantees
//
// Nothing is told of a topic before the visitor is known to be entitled to it, and nothing once that was Options.Trust ago
// without asking anew: rights are lost while a page is open. Then the problem ends the subscription. A message holds the
// newest revision, so a connection that is slow gets fewer messages, not late ones: what waits for it is one number per
// topic, and if it takes nothing for a while it is closed. A change between the answer to a subscription and the
// subscription itself is not lost. A connection ends when its session ends.
//
// # What it leaves to others
//
// Nothing is kept for who is away: a browser that comes back subscribes again and sees by the revision what it missed.
package live
