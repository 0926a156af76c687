// Package api is the door for programs and the web app: HTTP on one side, the engine's commands on the other.
//
// # What stands where
//
// routes.go lists every route on one screen. Each has one thin handler in a file of its own: it takes the input apart,
// gives one command to the engine and hands back what the engine answers. schema.go says how the engine's types look in
// the OpenAPI document, errors.go turns a fault into a problem response (RFC 9457) once and for all routes, words.go puts
// what the HTTP layer itself complains about into the reader's language, web.go hands out the web app.
//
// # What it guarantees
//
// Whatever goes wrong is answered as application/problem+json in the caller's language, and an error that is not a fault
// shows none of its words. Lists and maps are never null. Input that does not fit the document never reaches the engine.
//
// # What it leaves to others
//
// Who may do what is the engine's question. Who is asking is package auth's.
package api
