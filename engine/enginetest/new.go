package enginetest

import (
	"context"
	"log/slog"
	"sync"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/flow"
	"flowline/engine/store"
)

// House is an engine over a store, with the sample company and record types in it, and the means to look at what it does.
type House struct {
	*engine.Engine
	Store     engine.Store
	Clock     *Clock
	Published *Published
	tb        testing.TB
}

// New is a House over a new SQLite file, every step Checked.
func New(tb testing.TB) *House {
	tb.Helper()
	return Beside(tb, Checked(tb, filled(tb, store.Options{})), engine.Options{})
}

// NewWith is New with options and nothing checked, so that statements can be counted. Company, types and versions are
// looked at again only when the engine itself changes them.
func NewWith(tb testing.TB, so store.Options, eo engine.Options) *House {
	tb.Helper()
	return Beside(tb, filled(tb, so), eo)
}

// Over is a House over a store that is open and migrated: the company and the types are put into it.
func Over(tb testing.TB, s engine.Store, o engine.Options) *House {
	tb.Helper()
	Fill(tb, s)
	return Beside(tb, s, o)
}

// Beside is one more engine over a store that a House is over already.
func Beside(tb testing.TB, s engine.Store, o engine.Options) *House {
	tb.Helper()
	h := &House{Store: s, Clock: NewClock(), Published: &Published{}, tb: tb}
	if o.Now == nil {
		o.Now = h.Clock.Now
	}
	if o.Publisher == nil {
		o.Publisher = h.Published
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Fresh == 0 {
		o.Fresh = time.Hour
	}
	o.Location = time.UTC
	e, err := engine.New(s, o)
	if err != nil {
		tb.Fatal(err)
	}
	h.Engine = e
	return h
}

// Fill puts the sample company and record types into a store.
func Fill(tb testing.TB, s engine.Store) {
	tb.Helper()
	ctx := tb.Context()
	company := Company()
	for _, p := range company.People {
		must(tb, s.SavePerson(ctx, p))
	}
	for _, d := range company.Departments {
		must(tb, s.SaveDepartment(ctx, d))
	}
	for _, p := range company.Posts {
		must(tb, s.SavePost(ctx, p))
	}
	for _, t := range Types() {
		must(tb, s.SaveType(ctx, t))
	}
}

// Publish draws, checks and publishes a flow as the key user and the admin do.
func (h *House) Publish(b *Builder) engine.VersionView {
	h.tb.Helper()
	d := b.Definition()
	draft, err := h.NewFlow(h.ctx(), KeyUser, engine.NewFlow{Key: d.Key, Name: d.Name, Record: d.Record})
	if err != nil {
		draft, err = h.Draft(h.ctx(), KeyUser, d.Key)
	}
	must(h.tb, err)
	return h.PublishNext(d, draft.Revision)
}

// PublishNext saves a definition over the draft at revision and publishes it.
func (h *House) PublishNext(d flow.Definition, revision int64) engine.VersionView {
	h.tb.Helper()
	document, err := d.Encode()
	must(h.tb, err)
	draft, err := h.SaveDraft(h.ctx(), KeyUser, d.Key, revision, document)
	must(h.tb, err)
	v, err := h.Engine.Publish(h.ctx(), Admin, d.Key, draft.Revision, "first")
	for _, p := range engine.ProblemsOf(err) {
		h.tb.Logf("%s %s%s: %s", p.Code, p.Node, p.Edge, p.Text.EN)
	}
	must(h.tb, err)
	return v
}

// Add adds a record of somebody's and answers its id.
func (h *House) Add(who, typ string, set map[string]any) string {
	h.tb.Helper()
	r, err := h.AddRecord(h.ctx(), who, typ, set, "", "")
	must(h.tb, err)
	return r.ID
}

// Start submits a record and answers the instance's id.
func (h *House) Start(who, flowKey, recordID string, set map[string]any) string {
	h.tb.Helper()
	in, err := h.Submit(h.ctx(), who, engine.Submission{Flow: flowKey, Record: recordID, Set: set})
	must(h.tb, err)
	return in.ID
}

// TaskOf answers the only open task that somebody has in an instance.
func (h *House) TaskOf(who, instance string) string {
	h.tb.Helper()
	v, err := h.Instance(h.ctx(), who, instance)
	must(h.tb, err)
	if len(v.MyTasks) != 1 {
		h.tb.Fatalf("%s has %d open tasks in the instance, want 1", who, len(v.MyTasks))
	}
	return v.MyTasks[0]
}

func (h *House) ctx() context.Context { return h.tb.Context() }

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// Published remembers what an engine published.
type Published struct {
	mu     sync.Mutex
	topics []string
	last   map[string]int64
}

// Publish remembers a topic with its revision.
func (p *Published) Publish(topic string, revision int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last == nil {
		p.last = map[string]int64{}
	}
	p.topics = append(p.topics, topic)
	p.last[topic] = revision
}

// Last is the revision published last of a topic; 0: never.
func (p *Published) Last(topic string) int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.last[topic]
}

// Take gives the topics published since the last Take, in order.
func (p *Published) Take() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	topics := p.topics
	p.topics = nil
	return topics
}
