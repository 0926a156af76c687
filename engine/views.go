package engine

import (
	"flowline/engine/org"
	"flowline/engine/text"
)

// PersonRef is a person as others see them.
type PersonRef struct {
	ID         string    `json:"id"`
	Name       text.Text `json:"name"`
	Department text.Text `json:"department,omitzero"`
	Post       text.Text `json:"post,omitzero"` // the first one
}

// RecordRef is a record as a link shows it.
type RecordRef struct {
	Type     string    `json:"type"`
	TypeName text.Text `json:"typeName"`
	ID       string    `json:"id"`
	Number   string    `json:"number"`
	Title    string    `json:"title"`
}

// Page is one page of a list, with how many there are in all.
type Page[T any] struct {
	Items []T `json:"items"`
	Total int `json:"total"`
}

// Me is the person who asks.
type Me struct {
	ID         string    `json:"id"`
	Name       text.Text `json:"name"`
	Role       org.Role  `json:"role"`
	Department string    `json:"department,omitempty"`
	Posts      []string  `json:"posts,omitempty"`
}

// Colleague is a person as pickers show them.
type Colleague struct {
	ID         string    `json:"id"`
	Name       text.Text `json:"name"`
	Department string    `json:"department,omitempty"`
	Posts      []string  `json:"posts,omitempty"`
	Manager    string    `json:"manager,omitempty"`
	Active     bool      `json:"active"`
}

// CompanyView is the company cut for pickers.
type CompanyView struct {
	People      []Colleague      `json:"people"`
	Departments []org.Department `json:"departments"`
	Posts       []org.Post       `json:"posts"`
}
