// Command server is Flowline, one program: it serves the web app and the API, and its other commands check, draw, migrate and seed.
//
// main.go reads the command line, app.go makes a running program of it and takes it down again; cmd_*.go are the
// commands, one each. The rooms: config (how it is told what to do), auth (who is asking), api (HTTP), live (the
// websocket), worker (what happens by itself), notify (mail), sample (the sample company).
package main
