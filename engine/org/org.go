package org

import (
	"strings"

	"flowline/engine/text"
)

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
	// Limit is the highest amount that its holders may approve, in digits; empty: none is set. It belongs to the post and
	// not to its holder: who comes after has the same.
	Limit string `json:"limit,omitempty"`
}

// Company is the whole organisation at one moment. Nobody changes it; a change makes a new one.
type Company struct {
	People      []Person     `json:"people"`
	Departments []Department `json:"departments"`
	Posts       []Post       `json:"posts"`
	Deputies    []Deputy     `json:"deputies,omitempty"`
}

// Selector names people without naming them: exactly one of its fields is set.
type Selector struct {
	Person    string `json:"person,omitempty"`    // a person's id
	Post      string `json:"post,omitempty"`      // everybody who holds the post
	HeadOf    string `json:"headOf,omitempty"`    // the head of a department, or of somebody's: "submitter", "field:" and a person field
	ManagerOf string `json:"managerOf,omitempty"` // the direct manager of "submitter", of "field:" and a person field, or of "person:" and an id
	Field     string `json:"field,omitempty"`     // the person in a person field of the record
	Submitter bool   `json:"submitter,omitempty"` // whoever submitted, or answers for it since they left
	Admins    bool   `json:"admins,omitempty"`    // everybody who administers the product
	Chain     *Chain `json:"chain,omitempty"`     // several superiors, one after the other
}

// FieldOf is the person field that "field:<key>" names, as HeadOf, ManagerOf and a chain's Of may; "" for anything else.
func FieldOf(of string) string {
	key, is := strings.CutPrefix(of, "field:")
	if !is {
		return ""
	}
	return key
}

// PersonOf is the person that "person:<id>" names, as ManagerOf may; "" for anything else.
func PersonOf(of string) string {
	id, is := strings.CutPrefix(of, "person:")
	if !is {
		return ""
	}
	return id
}

// NeedsRecord reports whether whom it means depends on what the record says.
func (s Selector) NeedsRecord() bool {
	return s.Field != "" || FieldOf(s.HeadOf) != "" || FieldOf(s.ManagerOf) != "" ||
		s.Chain != nil && (FieldOf(s.Chain.Of) != "" || s.Chain.Amount != "")
}
