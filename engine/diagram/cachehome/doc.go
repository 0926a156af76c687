// Package cachehome gives Graphviz's machine code a home of its own, and brings it along.
//
// go-graphviz compiles its WebAssembly while the program is initialised, which takes a second, and keeps the machine
// code in a folder of the temporary directory, where anybody on the machine could put other code in its place. Importing
// this package moves that folder into the user's own cache and puts there what the build compiled beforehand. A user
// without such a cache has the code in a private folder for as long as it is being loaded. Code for another machine, or a
// program built without any, changes nothing but the time that the start takes: go-graphviz compiles.
//
// # Order
//
// It works by order: packages are initialised in the order of their import paths, as far as their imports allow. So this
// one comes first as long as whatever it imports is imported by go-graphviz's internal/wasm too, or comes before that by
// its own path. It changes TMPDIR, go-graphviz reads it, and Restore puts it back. A test holds that order.
//
// # Shipped code
//
// shipped/graphviz.gz is one file of wazero's cache, as `make build` has it written by the command in pack: its name in
// the gzip header is <folder of this wazero version and machine>/<key>, and the key tells the module and the abilities
// of the processor, so that code is never run where it does not fit.
package cachehome
