package engine

import (
	"context"
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
)

// Store keeps everything. Each method is one transaction; a method that changes something changes all of it or nothing.
// Faults: not_found for what is not there, conflict for a revision that has moved on, unavailable when the database does
// not answer. Every store passes the suite in storetest.
type Store interface {
	FlowStore
	InstanceStore
	RecordStore
	PeopleStore
	SessionStore
	OutboxStore
	ListStore
	MessageStore
	FileStore
	TaskDraftStore
	StartDraftStore
	Close() error
	Ping(ctx context.Context) error
}

// FlowStore keeps drafts and versions of flows.
type FlowStore interface {
	// Drafts lists all drafts, by key, with no more of their documents than key, name and record type.
	Drafts(ctx context.Context) ([]Draft, error)
	// Draft gives one draft. not_found.
	Draft(ctx context.Context, key string) (Draft, error)
	// AddDraft saves a new draft at revision 1. conflict (flow_key_taken) when the key exists.
	AddDraft(ctx context.Context, d Draft) error
	// SaveDraft replaces the draft if it is still at base, as revision base+1. conflict (draft_moved_on) otherwise.
	SaveDraft(ctx context.Context, d Draft, base int64) error
	// AddVersion saves the next version of v.Flow, if its draft is still at base, makes it current and answers its
	// number (1, 2, …). conflict (draft_moved_on).
	AddVersion(ctx context.Context, v Version, base int64) (int, error)
	// Version gives one version with its document. not_found.
	Version(ctx context.Context, key string, number int) (Version, error)
	// Versions lists a flow's versions, newest first, without their documents.
	Versions(ctx context.Context, key string) ([]Version, error)
	// CurrentVersions lists the current version of every flow that has one, with documents.
	CurrentVersions(ctx context.Context) ([]Version, error)
	// MakeCurrent makes an existing version the one that new instances run. not_found.
	MakeCurrent(ctx context.Context, key string, number int) error
}

// Draft is a flow being drawn.
type Draft struct {
	Key        string
	Revision   int64
	Definition flow.Definition
	UpdatedAt  time.Time
	UpdatedBy  string
	Current    int // number of the current version; 0: never published. Read only.
}

// Version is a published flow. Nothing of it ever changes but which one is current.
type Version struct {
	Flow        string
	Number      int
	Note        string
	Definition  flow.Definition
	PublishedAt time.Time
	PublishedBy string
	Current     bool
}

// InstanceStore keeps instances, their tasks, timers and journals.
type InstanceStore interface {
	// Instance gives an instance with its state. not_found.
	Instance(ctx context.Context, id string) (Instance, error)
	// Instances lists instances without their states, newest first, and how many there are in all.
	Instances(ctx context.Context, q InstanceQuery) ([]Instance, int, error)
	// Commit saves one step. It is saved whole if the instance is still at c.Base, and not at all otherwise: conflict
	// (instance_moved_on). A record that it locks and another instance holds: conflict (record_locked). A record whose
	// Change carries a revision that has moved on: conflict (record_moved_on). A value that is unique and taken: conflict
	// (value_taken, with the field). A Key already used by the same person: conflict (repeated). Within a step the
	// inserts come first, then the changes, then the lock. A record of which a change waits for approval is not locked whole:
	// conflict (change_pending). Which of several steps a fault is about tells a StepError.
	Commit(ctx context.Context, c Commit) error
	// Proposals lists the changes of a record that wait for approval, or approved for somebody's choice, oldest first.
	Proposals(ctx context.Context, typ, id string) ([]Proposal, error)
	// Snapshot gives the values of an instance's record as they were when it began, version 1 of them. not_found for an
	// instance that is not there, or began before this was kept.
	Snapshot(ctx context.Context, instance string) (record.Values, error)
	// Journal lists an instance's entries in order.
	Journal(ctx context.Context, instance string) ([]machine.Entry, error)
	// Tasks lists tasks and how many there are in all.
	Tasks(ctx context.Context, q TaskQuery) ([]TaskRow, int, error)
	// ClaimTimers gives up to n timers due at now, leased to owner until the lease ends.
	ClaimTimers(ctx context.Context, owner string, now time.Time, lease time.Duration, n int) ([]DueTimer, error)
	// Involving lists, by id, up to n instances after the one named that have not ended and in which a person submitted,
	// was ever asked or told, or waits for their turn.
	Involving(ctx context.Context, person, after string, n int) ([]string, error)
	// Repeated tells which instance a command with this idempotency key of this person made or moved. not_found.
	Repeated(ctx context.Context, person, key string) (instance string, err error)
}

// Instance is one run of one version over one record.
type Instance struct {
	ID          string
	Revision    int64
	Flow        string
	Version     int
	RecordType  string
	RecordID    string
	Number      string // the record's number when submitted
	Title       string // the record's title when submitted
	Submitter   string
	Parent      string // the instance a step of which had this one run; empty: none
	Holder      string // the instance that holds the record, where this one runs over its parent's; empty: itself
	Amount      string // what it is about in money, in digits: the first money field of its record; empty: nothing is said
	Status      machine.Status
	StartedAt   time.Time
	EndedAt     time.Time
	UpdatedAt   time.Time
	State       machine.State // empty in lists
	People      []string      // everybody who was ever asked or told: they may look. Empty in lists.
	HasIncident bool
	Proposal    *Proposal // of a change of the record that waits for approval; nil: the instance holds the record. Empty in lists
	Hashes      []string  // of the record's values, one for each version of them from 1 on. Empty in lists
	Copy        CopyRow   // in a list of copies; empty otherwise
}

// InstanceQuery narrows a list of instances. Empty fields do not narrow.
type InstanceQuery struct {
	Submitter   string
	OwnOnly     bool   // with Submitter: without what a step of another had run, unless Submitter is to submit it again
	Participant string // was ever asked or told
	Flow        string
	RecordType  string
	RecordID    string
	Status      []machine.Status
	HasIncident bool
	Parent      string // was run by a step of this instance
	CopiedTo    string // has a copy, which is told; sorted by its time
	Narrowing   Narrowing
	Offset      int
	Limit       int // at most 200; 0 means 50
}

// Commit is one step to save.
type Commit struct {
	Instance Instance      // as it will be; Revision is Base+1
	Base     int64         // revision the step started from; 0: new
	Snapshot record.Values // of a new instance: the record's values as it began
	Proposes bool          // the step makes or changes the instance's proposal
	Journal  []machine.Entry
	Tasks    []machine.Task  // those that the step opened or changed
	Timers   []machine.Timer // all that are pending after the step
	Jobs     []machine.Job
	Wakes    bool            // the instance's jobs that were put off are to be looked at again at once
	Changes  []record.Change // every ID filled in
	Inserts  []record.Record // new records, as when a trigger maps one; each gets its number here, and gives it to Instance if it is the instance's record
	Lock     bool            // the step locks the instance's record
	LockAt   int64           // with Lock: the revision that the record, before Changes, must still be at, else record_moved_on; 0: any
	Unlock   bool            // the step frees it; with Lock: no other instance may hold it, and none does afterwards
	Person   string          // whose command this is, with Key
	Key      string          // idempotency key; empty: none
	At       time.Time
	Also     []Commit // more steps, of other instances, saved after this one in the same transaction
}

// StepError says of a fault of Commit which of its steps could not be saved.
type StepError struct {
	Instance string
	Err      error
}

// Error is the step's own.
func (e *StepError) Error() string { return e.Err.Error() }

// Unwrap gives what went wrong.
func (e *StepError) Unwrap() error { return e.Err }

// TaskRow is a task with what a list shows of its instance.
type TaskRow struct {
	ID         string // <instance>.<task>
	Task       machine.Task
	Instance   string
	Flow       string
	Version    int
	RecordType string
	RecordID   string
	Number     string
	Title      string
	Submitter  string
	SeenAt     time.Time
	Data       int // the version of the record's values
}

// TaskQuery narrows a list of tasks. Empty fields do not narrow.
type TaskQuery struct {
	Assignee   string
	Standing   []Standing // with Open: and those of others that Assignee may decide for them
	Open       bool       // open ones; otherwise those that the assignee decided
	Instance   string
	Flow       string
	RecordType string
	Submitter  string
	Narrowing  Narrowing
	Sort       TaskSort // empty: oldest first when open, latest decided first otherwise
	Offset     int
	Limit      int
}

// TaskSort is an order of a list of tasks.
type TaskSort string

// The orders.
const (
	SortNewest TaskSort = "newest" // opened or decided last
	SortOldest TaskSort = "oldest"
	SortDue    TaskSort = "due" // due first; what is never due comes last
	SortNumber TaskSort = "number"
)

// Standing is whose open tasks somebody may decide as well: in these flows (none: all), up to an amount (none: any), opened
// at OpenedFrom or later. What the deputy submitted, or signs in the same activation, is not among them.
type Standing struct {
	Principal  string
	Flows      []string
	MaxAmount  string
	OpenedFrom time.Time
}

// DueTimer is a timer whose time has come.
type DueTimer struct {
	Instance string
	Timer    machine.Timer
}

// RecordStore keeps record types and their tables.
type RecordStore interface {
	// Types lists the record types.
	Types(ctx context.Context) ([]record.Type, error)
	// SaveType adds a type and makes its table, or adds the new fields of an existing one. invalid for a change that
	// would lose data.
	SaveType(ctx context.Context, t record.Type) error
	// Record gives one row. not_found.
	Record(ctx context.Context, typ, id string) (record.Record, error)
	// RecordsByID gives the rows that exist among ids.
	RecordsByID(ctx context.Context, typ string, ids []string) ([]record.Record, error)
	// Records lists rows and how many there are in all. invalid for an unknown field in the query.
	Records(ctx context.Context, q RecordQuery) ([]record.Record, int, error)
	// InsertRecord adds a row, with the next number of its type's year. conflict (value_taken).
	InsertRecord(ctx context.Context, r record.Record) (record.Record, error)
	// UpdateRecord changes a row. conflict (record_moved_on, record_locked, value_taken).
	UpdateRecord(ctx context.Context, c record.Change, at time.Time) (record.Record, error)
}

// Operator compares a field with a value in a RecordQuery.
type Operator string

// The operators.
const (
	Equal    Operator = "eq"
	NotEqual Operator = "ne"
	Less     Operator = "lt"
	AtMost   Operator = "le"
	More     Operator = "gt"
	AtLeast  Operator = "ge"
	Contains Operator = "contains"
	OneOf    Operator = "in"
	IsEmpty  Operator = "empty"
)

// Filter is one condition of a RecordQuery, over a field or a system column (number, owner, created_at, updated_at).
type Filter struct {
	Field string
	Op    Operator
	Value any
}

// RecordQuery narrows, sorts and pages a list of records.
type RecordQuery struct {
	Type    string
	Search  string   // in the title and the number
	Owners  []string // only theirs; nil: everybody's; empty: nobody's
	Creator string   // with Owners: and those that this person created
	Filters []Filter // all must hold
	Sort    string   // field key or system column; "-" before it: falling. Empty: newest first
	Offset  int
	Limit   int
}

// PeopleStore keeps the company.
type PeopleStore interface {
	// Company gives everybody and everything, and a revision that changes when any of it does.
	Company(ctx context.Context) (org.Company, int64, error)
	// CompanyRevision gives the revision alone: one cheap read.
	CompanyRevision(ctx context.Context) (int64, error)
	// SavePerson adds or replaces a person; the sessions of one who is not active end. conflict (sign_in_taken), refused
	// (last_admin) when no active admin would be left, whoever else is saved at the same time.
	SavePerson(ctx context.Context, p org.Person) error
	// SavePeople adds or replaces people if the company is still at base, as SavePerson does each: all or nobody. conflict
	// (company_moved_on, sign_in_taken), refused (last_admin).
	SavePeople(ctx context.Context, people []org.Person, base int64) error
	// SaveDepartment adds or replaces a department.
	SaveDepartment(ctx context.Context, d org.Department) error
	// SavePost adds or replaces a post.
	SavePost(ctx context.Context, p org.Post) error
	// SaveDeputy adds or replaces who stands in for whom.
	SaveDeputy(ctx context.Context, d org.Deputy) error
	// Secret gives the password hash of an active person by sign-in name. not_found.
	Secret(ctx context.Context, signIn string) (person string, hash string, err error)
	// SetSecret replaces a person's password hash, and ends every session that was begun with the one before. not_found.
	SetSecret(ctx context.Context, person, hash string) error
	// SetLanguage saves the language that a person chose; Language gives it, "" when none was chosen.
	SetLanguage(ctx context.Context, person, lang string) error
	Language(ctx context.Context, person string) (string, error)
	// SetQuiet saves when a person wants to be urged about nothing; Quiet gives it.
	SetQuiet(ctx context.Context, person string, q Quiet) error
	Quiet(ctx context.Context, person string) (Quiet, error)
}

// Session is one signed-in browser.
type Session struct {
	TokenHash string // SHA-256 of the cookie, hexadecimal
	Person    string
	CSRF      string
	CreatedAt time.Time
	ExpiresAt time.Time
}

// SessionStore keeps sessions, so that any copy of the program serves any request.
type SessionStore interface {
	AddSession(ctx context.Context, s Session) error
	// Session gives a session that has not expired at now. not_found.
	Session(ctx context.Context, tokenHash string, now time.Time) (Session, error)
	RemoveSession(ctx context.Context, tokenHash string) error
	// RemoveExpired forgets sessions and idempotency keys that have expired.
	RemoveExpired(ctx context.Context, now time.Time) error
}

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
	Also     []Urged // what else the person was urged about soon after
}

// Urged is what a person was urged about besides.
type Urged struct {
	ID       string         `json:"id"` // the job's
	Instance string         `json:"instance"`
	Notice   machine.Notice `json:"notice"`
}

// Publisher tells whoever looks at a topic that it changed. It is called after the commit, never blocks and never fails:
// who misses a message sees the newer revision with the next, or on reconnecting.
type Publisher interface {
	Publish(topic string, revision int64)
}
