package engine

import (
	"context"
	"time"

	"flowline/engine/machine"
)

// OutboxStore hands out jobs and keeps notices.
type OutboxStore interface {
	// ClaimJobs gives up to n jobs that wait, leased to owner until the lease ends.
	ClaimJobs(ctx context.Context, owner string, now time.Time, lease time.Duration, n int) ([]OutboxJob, error)
	// DeliverNotice does a notice job: adds the notice and removes the job, once, however often it is called.
	DeliverNotice(ctx context.Context, n NoticeRow) error
	// DeliverUrge does the same for an urge that waits as a job; if the person was urged since a time, it is joined to that
	// notice, which is unread again.
	DeliverUrge(ctx context.Context, n NoticeRow, since time.Time) error
	// FinishJob removes a job that is done. One that is gone already is no fault.
	FinishJob(ctx context.Context, id string) error
	// RetryJob gives a job back, to be claimed again at next, with what went wrong.
	RetryJob(ctx context.Context, id string, next time.Time, problem string) error
	// Notices lists a person's notices, newest first, and how many are unread.
	Notices(ctx context.Context, person string, limit int) ([]NoticeRow, int, error)
	// ReadNotices marks notices as read at now; no ids: all.
	ReadNotices(ctx context.Context, person string, ids []string, now time.Time) error
}

// OutboxJob is a job with where it came from.
type OutboxJob struct {
	ID       string // <instance>.<job>
	Instance string
	Job      machine.Job
	Tries    int
}

// NoticeRow is a message that a person got.
type NoticeRow struct {
	ID       string // the job's
	Instance string
	Notice   machine.Notice
	At       time.Time
	ReadAt   time.Time
	MailAt   time.Time // since when it is to go by mail, too; zero: it is not, or did
	Also     []Urged   // what else the person was urged about soon after
}

// Urged is what a person was urged about besides.
type Urged struct {
	ID       string         `json:"id"` // the job's
	Instance string         `json:"instance"`
	Notice   machine.Notice `json:"notice"`
}
