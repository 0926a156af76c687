// Package diagram draws a flow, or one instance of it, as a document: an SVG in the house style, and positions for the
// canvas.
//
// # How
//
// A Definition becomes a scene: every symbol with its words wrapped and measured, so that its box fits them in either
// language. The scene's sizes and arrows become DOT, Graphviz places them, its curves are made lines with right angles, and
// the SVG is written from the places and the scene. Graphviz knows no lanes: for them its rows are kept, and its order from
// left to right, and everything gets a new place within its lane, as straight below what leads there as it can. No word of
// a user ever enters the DOT: Graphviz sees sizes and numbers only, and a hostile text has nothing to break but an XML
// escape.
//
// # House style
//
// The symbols are those of ISO 5807: terminator (start and end), process (a step), decision (diamond), document (a
// notice), predefined process (a sub-flow), two parallel lines (fork and join). Under a step stands its role; on an arrow
// its name and, in plain words, its rule; below the chart a legend and a title block. An instance shows each state by a
// colour and by a mark of its own shape, and the path taken by thicker arrows, so that it reads in black and white.
//
// # Promises
//
// Same input, same bytes. No scripts, no outside references. Dark on light. Draw and Layout are safe for any number of
// goroutines: Graphviz is not, so that one of them at a time asks it, and its answers are kept, bounded, by content.
//
// # Left to the caller
//
// Names of people and the words for selectors (Options.People, Options.Who), and who may see the drawing.
package diagram
