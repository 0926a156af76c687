package org

import "flowline/engine/text"

// Role is what a person may do in the product itself.
type Role string

// The roles. Each includes the ones before it.
const (
	Staff   Role = "staff"
	KeyUser Role = "key_user"
	Admin   Role = "admin"
)

// Person is one member of the company.
type Person struct {
	ID         string    `json:"id"`
	SignIn     string    `json:"signIn"` // unique, lower case
	Name       text.Text `json:"name"`
	Email      string    `json:"email,omitempty"`
	Role       Role      `json:"role"`
	Department string    `json:"department,omitempty"`
	Posts      []string  `json:"posts,omitempty"`
	Manager    string    `json:"manager,omitempty"` // person id
	Active     bool      `json:"active"`
}

// Department is a part of the company, in a tree.
type Department struct {
	ID     string    `json:"id"`
	Name   text.Text `json:"name"`
	Parent string    `json:"parent,omitempty"`
	Head   string    `json:"head,omitempty"` // person id
}

// Post is a position that people hold, such as sales_manager.
type Post struct {
	Key  string    `json:"key"`
	Name text.Text `json:"name"`
}

// Company is the whole organisation at one moment. Nobody changes it; a change makes a new one.
type Company struct {
	People      []Person     `json:"people"`
	Departments []Department `json:"departments"`
	Posts       []Post       `json:"posts"`
}

// Selector names people without naming them: exactly one of its fields is set.
type Selector struct {
	Person    string `json:"person,omitempty"`    // a person's id
	Post      string `json:"post,omitempty"`      // everybody who holds the post
	HeadOf    string `json:"headOf,omitempty"`    // the head of a department, or of the submitter's: "submitter"
	ManagerOf string `json:"managerOf,omitempty"` // the direct manager of "submitter"
	Field     string `json:"field,omitempty"`     // the person in a person field of the record
	Submitter bool   `json:"submitter,omitempty"` // whoever submitted
}
