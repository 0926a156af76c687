// Package org knows the company: people, departments, posts and manager lines, and who is meant by a Selector.
//
// It is data and pure functions over a Company, a snapshot that the caller keeps; it reads no database. A Directory is a
// Company indexed.
//
// # Who is meant
//
//	person       that person
//	post         everybody who holds it
//	headOf       the head of that department; nobody when it is vacant
//	headOf submitter
//	             the head of the submitter's own department; when that is the submitter, or the place is vacant or its
//	             holder inactive, the head of the department above, and so on up
//	managerOf submitter
//	             the submitter's direct manager; nobody when there is none or the manager is inactive
//	headOf, managerOf field:<key>
//	             the same of the person in that field of the record
//	field        the person in that field of the record
//	submitter    the submitter
//	admins       everybody who administers the product
//	chain        the superiors of the submitter or of a person field, one level after the other; see Chain
//
// An inactive person is never meant by anything. Managers, departments and heads may form circles by mistake; every
// function ends nevertheless.
package org
