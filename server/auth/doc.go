// Package auth knows who is asking: sign-in, sessions, and protection against requests made in a person's name.
//
// # Words
//
// A session is one signed-in browser. Its token, 256 random bits, lives in an HttpOnly cookie; the store keeps only the
// token's SHA-256. The Caller is what a request carries on: the person, if any, and the token against forged requests.
//
// # What it guarantees
//
// A password is kept as argon2id. Checking one takes the same time whether the name exists or not, and however many
// people sign in at once, only a few passwords are hashed at a time, so that memory stays small. Attempts are limited per
// address and per name. A request that changes something is refused unless it comes from this site and carries the
// caller's own token.
//
// # What it leaves to others
//
// What a person may do is the engine's question.
package auth
