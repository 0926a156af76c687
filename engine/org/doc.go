// Package org knows the company: people, departments, posts and manager lines, and who is meant by a Selector.
//
// It is data and pure functions over a Company, a snapshot that the caller keeps; it reads no database.
package org
