// Package text holds words in the two languages of the product.
//
// A Text is written where its meaning is known (a flow's author names a node, a room of the engine words a refusal) and
// read in the language of the person who looks. Places in braces, such as {name}, are filled by Fill.
package text
