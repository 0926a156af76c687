package engine

import (
	"time"

	"flowline/engine/machine"
	"flowline/engine/text"
)

// NoticeInfo is a message in the bell.
type NoticeInfo struct {
	ID       string             `json:"id"`
	Kind     machine.NoticeKind `json:"kind"`
	Instance string             `json:"instance"`
	Task     string             `json:"task,omitempty"` // <instance>.<task>
	Title    text.Text          `json:"title"`
	Body     text.Text          `json:"body,omitzero"`
	Tasks    []UrgedTask        `json:"tasks,omitempty"` // of an urge about several: each of them
	At       time.Time          `json:"at"`
	ReadAt   time.Time          `json:"readAt,omitzero"`
}

// UrgedTask is one of several tasks that a person was urged about.
type UrgedTask struct {
	Task  string    `json:"task"` // <instance>.<task>
	Title text.Text `json:"title"`
	Body  text.Text `json:"body,omitzero"`
}

// LostMailInfo is a line of the admin's list of mails that did not arrive.
type LostMailInfo struct {
	NoticeInfo
	To      PersonRef `json:"to"`
	Address string    `json:"address,omitempty"` // as it is now
	Why     MailLoss  `json:"why"`
	Problem string    `json:"problem,omitempty"` // what the mail server said, in its words
}

// NoticeList is what the bell shows.
type NoticeList struct {
	Items  []NoticeInfo `json:"items"`
	Unread int          `json:"unread"`
}
