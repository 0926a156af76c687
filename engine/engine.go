package engine

import (
	"errors"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"flowline/engine/calendar"
	"flowline/engine/flow"
)

// Options are what an Engine is given besides its store. The zero Options work.
type Options struct {
	Now       func() time.Time   // the clock; nil: time.Now
	NewID     func() string      // ids of instances and records; nil: UUIDv7
	Publisher Publisher          // nil: nobody listens
	Mailer    Mailer             // nil: nothing goes by mail
	Log       *slog.Logger       // nil: slog.Default
	Templates []flow.Definition  // ready-made flows to begin from
	Fresh     time.Duration      // how long company, record types and current versions are used before looking again; 0: 2 s
	Location  *time.Location     // of times in words; nil: time.Local
	Calendar  *calendar.Calendar // when people work; nil: an office week without holidays, in Location
	MaxFile   int64              // bytes of an attachment; 0: 20 MiB
}

// Engine does what people command and answers what they ask. It is safe for many goroutines, and any number of engines
// may work on one store.
type Engine struct {
	store     Store
	now       func() time.Time
	newID     func() string
	publisher Publisher
	mailer    Mailer
	log       *slog.Logger
	templates []flow.Definition
	location  *time.Location
	calendar  *calendar.Calendar
	maxFile   int64

	known  known     // company, record types, versions: read often, changed seldom
	recent recent    // instances as they were saved last
	shown  shown     // records as they were looked at last
	turns  turnstile // one command at a time on one instance, in this program
	clock  atomic.Int64
}

// New makes an Engine over store.
func New(store Store, o Options) (*Engine, error) {
	if store == nil {
		return nil, errors.New("engine: no store")
	}
	e := &Engine{
		store: store, now: o.Now, newID: o.NewID, publisher: o.Publisher, mailer: o.Mailer, log: o.Log,
		templates: o.Templates, location: o.Location, calendar: o.Calendar, maxFile: o.MaxFile,
	}
	if e.maxFile == 0 {
		e.maxFile = maxFileSize
	}
	if e.now == nil {
		e.now = time.Now
	}
	if e.newID == nil {
		e.newID = func() string { return uuid.Must(uuid.NewV7()).String() }
	}
	if e.publisher == nil {
		e.publisher = nobody{}
	}
	if e.log == nil {
		e.log = slog.Default()
	}
	if e.location == nil {
		e.location = time.Local
	}
	if e.calendar == nil {
		var err error
		if e.calendar, err = calendar.New(calendar.Office(e.location)); err != nil {
			return nil, err
		}
	}
	fresh := o.Fresh
	if fresh == 0 {
		fresh = 2 * time.Second
	}
	e.known.init(store, fresh)
	return e, nil
}

// at is now as it is stored: in UTC, to the microsecond, which is what every database keeps.
func (e *Engine) at() time.Time { return e.now().UTC().Truncate(time.Microsecond) }

// tick is the revision of topics that have none of their own: the time in microseconds, always higher than before.
func (e *Engine) tick() int64 {
	for {
		last := e.clock.Load()
		next := max(last+1, e.now().UnixMicro())
		if e.clock.CompareAndSwap(last, next) {
			return next
		}
	}
}

// nobody listens.
type nobody struct{}

func (nobody) Publish(string, int64) {}
