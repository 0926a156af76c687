package machine

import (
	"slices"
	"strconv"
	"time"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// Advance returns what follows from ev. It never changes s; on error there is nothing to undo.
func Advance(g *flow.Graph, s State, ev Event) (Step, error) {
	happened, known := events[ev.Type]
	if !known {
		return Step{}, unknownEvent(ev.Type)
	}
	if err := admit(g, s, ev, happened.answers); err != nil {
		return Step{}, err
	}
	if held := s.heldFor(ev); held != nil {
		s.Unsettled = nil
		return Advance(g, s, *held)
	}
	r := newRun(g, s, ev)
	if err := happened.apply(r, ev); err != nil {
		return Step{}, err
	}
	r.settle()
	r.copiedAtEnd()
	if r.refusal != nil {
		return Step{}, r.refusal
	}
	return r.finish(), nil
}

// eventKind is how one type of event is taken.
type eventKind struct {
	answers bool // it answers an Ask
	apply   func(*run, Event) error
}

// events is the table of them; a function fills it because taking one may lead to taking another.
var events map[EventType]eventKind

func init() {
	events = map[EventType]eventKind{
		EventSubmitted:      {apply: (*run).submitted},
		EventDecided:        {apply: (*run).decided},
		EventTimerFired:     {apply: (*run).timerFired},
		EventRetried:        {apply: (*run).retried},
		EventAssigned:       {apply: (*run).assigned},
		EventInactive:       {apply: (*run).inactive},
		EventHandedOver:     {apply: (*run).handedOver},
		EventTerminated:     {apply: (*run).terminated},
		EventReturned:       {apply: (*run).returned},
		EventWithdrawn:      {apply: (*run).withdrawn},
		EventTakenBack:      {apply: (*run).takenBack},
		EventJumped:         {apply: (*run).jumped},
		EventSuspended:      {apply: (*run).suspended},
		EventResumed:        {apply: (*run).resumed},
		EventVoided:         {apply: (*run).voided},
		EventVoidAsked:      {apply: (*run).voidAsked},
		EventVoidAnswered:   {apply: (*run).voidAnswered},
		EventTransferred:    {apply: (*run).transferred},
		EventReassigned:     {apply: (*run).reassigned},
		EventDelegated:      {apply: (*run).delegated},
		EventRecalled:       {apply: (*run).recalled},
		EventSignersAdded:   {apply: (*run).signersAdded},
		EventSignersRemoved: {apply: (*run).signersRemoved},
		EventClaimed:        {apply: (*run).claimed},
		EventPutBack:        {apply: (*run).putBack},
		EventUrged:          {apply: (*run).urged},
		EventMerged:         {apply: (*run).merged},
		EventChildStarted:   {apply: (*run).childStarted},
		EventChildFailed:    {apply: (*run).childFailed},
		EventChildEnded:     {apply: (*run).childEnded},
		EventCalledOff:      {apply: (*run).calledOff},
		EventUndone:         {apply: (*run).undone},
		EventHeldUp:         {apply: (*run).heldUp},
		EventLetGo:          {apply: (*run).letGo},
		EventShared:         {apply: (*run).shared},
		EventPeople:         {answers: true, apply: (*run).peopleFound},
		EventFacts:          {answers: true, apply: (*run).factsRead},
		EventTimes:          {answers: true, apply: (*run).timesReckoned},
		EventChild:          {answers: true, apply: (*run).childRead},
	}
}

// run is one Advance under way: a state of its own, and what is told of it so far.
type run struct {
	g     *flow.Graph
	s     State
	u     *Unsettled // never nil during the run
	at    time.Time
	event *Event // to go with the first entry; nil once it has
	step  Step

	activations, tasks shared // with the state before

	refusal error // what is wanted from whoever sent the event before their step can be saved
}

func newRun(g *flow.Graph, s State, ev Event) *run {
	r := runOver(g, s)
	r.at, r.event = ev.At.UTC().Round(0), &ev
	if r.u = r.s.Unsettled; r.u == nil {
		r.u = &Unsettled{By: ev.By}
	}
	if ev.Facts != nil {
		r.u.Known, r.u.Facts = true, ev.Facts
	}
	if ev.BackFacts != nil {
		r.u.BackFacts = ev.BackFacts
	}
	if ev.Unsavable != nil {
		r.u.Never = ev.Unsavable
	}
	return r
}

// runOver begins with the state as it is; nothing that the run does changes s.
func runOver(g *flow.Graph, s State) *run {
	return &run{g: g, s: s.shallow(), activations: shared{before: len(s.Activations)}, tasks: shared{before: len(s.Tasks)}}
}

// finish is the step that the run has come to.
func (r *run) finish() Step {
	if r.event != nil {
		r.tell(Entry{Type: EntryAnswered})
	}
	r.step.Asks = r.u.asks()
	r.s.Unsettled = nil
	if len(r.step.Asks) > 0 {
		r.s.Unsettled = r.u
	} else {
		r.tellGone()
	}
	r.s.tidy()
	r.step.State = r.s
	return r.step
}

// tell adds an entry to the journal.
func (r *run) tell(e Entry) {
	r.s.Seq++
	e.Seq, e.At = r.s.Seq, r.at
	e.Event, r.event = r.event, nil
	if r.step.Journal == nil {
		r.step.Journal = make([]Entry, 0, 4) // few steps have more
	}
	r.step.Journal = append(r.step.Journal, e)
}

// id makes the next id; kind is its letter.
func (r *run) id(kind string) string {
	r.s.NextID++
	return kind + strconv.FormatInt(r.s.NextID, 10)
}

// job adds work for outside.
func (r *run) notice(n Notice) {
	r.step.Jobs = append(r.step.Jobs, Job{ID: r.id("j"), Kind: JobNotice, Notice: n, At: r.at})
}

// Then is the step and the one that follows from answering what it asks, as one: State and Asks are the later ones.
func (s Step) Then(next Step) Step {
	next.Journal = slices.Concat(s.Journal, next.Journal)
	next.Jobs = slices.Concat(s.Jobs, next.Jobs)
	next.Restored = slices.Concat(s.Restored, next.Restored)
	changes := slices.Clone(s.Changes)
	for _, c := range next.Changes {
		changes = withChange(changes, c)
	}
	next.Changes = changes
	return next
}

// withChange adds a change, so that there is one for each record.
func withChange(changes []record.Change, c record.Change) []record.Change {
	for i, have := range changes {
		if have.Type == c.Type && have.ID == c.ID {
			changes[i].Set = laid(have.Set, c.Set)
			return changes
		}
	}
	return append(changes, c)
}

// laid is values with set laid over them; neither is changed.
func laid(values, set record.Values) record.Values {
	out := make(record.Values, len(values)+len(set))
	for key, v := range values {
		out[key] = v
	}
	for key, v := range set {
		out[key] = v
	}
	return out
}

// tidy makes empty lists nil, as they are when read back.
func (s *State) tidy() {
	s.Tokens = orNil(s.Tokens)
	s.Scopes = orNil(s.Scopes)
	s.Activations = orNil(s.Activations)
	s.Tasks = orNil(s.Tasks)
	s.Timers = orNil(s.Timers)
	s.Incidents = orNil(s.Incidents)
	s.Passed = orNil(s.Passed)
	s.Returns = orNil(s.Returns)
	s.Copied = orNil(s.Copied)
	if len(s.Picks) == 0 {
		s.Picks = nil
	}
	s.Children = orNil(s.Children)
}

func orNil[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}
