package engine

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// StartDraftStore keeps what people have filled in and not submitted yet.
type StartDraftStore interface {
	// StartDrafts lists what a person keeps, newest first.
	StartDrafts(ctx context.Context, person string) ([]StartDraft, error)
	// StartDraft gives one of them. not_found (no_start_draft).
	StartDraft(ctx context.Context, person, id string) (StartDraft, error)
	// SaveStartDraft keeps d, if what was kept before is of the revision before d's, or there is none and d's is 1; the files
	// of Holds, and no others, stay for its sake. conflict (start_draft_moved_on) otherwise.
	SaveStartDraft(ctx context.Context, d StartDraft) error
	// RemoveStartDraft forgets one; that it is not there is no fault.
	RemoveStartDraft(ctx context.Context, person, id string) error
}

// StartDraft is a request, or a new record, that a person has begun to fill in. It has no number, no deadline and no
// instance, holds nothing, and nobody else ever sees it.
type StartDraft struct {
	ID       string // of a request <record>.<flow>, else as its person calls it
	Person   string
	Type     string // record type
	Record   string // empty: it is to be added
	Flow     string // empty: it is only to be added
	Version  int    // of the flow, as it was looked at
	Base     int64  // revision of the record, as it was looked at
	Set      map[string]any
	Picks    map[string][]string
	Files    []string // what goes with submitting
	Holds    []string // every file that it names; to save
	Revision int64
	SavedAt  time.Time
}

const maxStartDrafts = 50 // that a person keeps

// KeepStart keeps what a person has filled in at the start of a flow, or of a new record, half-filled as it may be, over
// what they kept at d.Revision. It requires nothing. Faults: as of Submit; conflict (start_draft_moved_on); refused
// (too_many_drafts).
func (e *Engine) KeepStart(ctx context.Context, who string, d StartDraft) (StartDraftInfo, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return StartDraftInfo{}, err
	}
	form, err := e.startForm(ctx, a, &d)
	if err != nil {
		return StartDraftInfo{}, fault.Wrap(err, "keep the start of %s", d.Flow)
	}
	set, err := e.fillIn(ctx, a, form.typ, form.access, form.now, d.Set)
	if err != nil {
		return StartDraftInfo{}, err
	}
	if form.graph != nil {
		if err := machine.Admits(form.graph, machine.Task{Node: form.version.start()}, set); err != nil {
			return StartDraftInfo{}, err
		}
	}
	if err := e.attach(ctx, a, "", d.Files); err != nil {
		return StartDraftInfo{}, err
	}
	if d.Revision == 0 {
		kept, err := e.store.StartDrafts(ctx, who)
		if err != nil {
			return StartDraftInfo{}, err
		}
		if len(kept) >= maxStartDrafts {
			return StartDraftInfo{}, errTooManyDrafts
		}
	}
	if d.Set == nil {
		d.Set = map[string]any{}
	}
	d.Person, d.SavedAt, d.Files = who, e.at(), unique(d.Files)
	d.Holds = unique(append(filesKept(form.typ, d.Set), d.Files...))
	d.Revision++
	if err := e.store.SaveStartDraft(ctx, d); err != nil {
		return StartDraftInfo{}, err
	}
	return form.info(d), nil
}

// startForm is what a draft is filled in over, as it is now.
type startForm struct {
	typ     *record.Type
	access  record.Rights
	now     record.Values
	ref     RecordRef
	version *version // nil: it starts no flow
	graph   *flow.Graph
	base    int64
}

// startForm finds the form of a draft, and says what it is called. Faults as of Submit.
func (e *Engine) startForm(ctx context.Context, a actor, d *StartDraft) (startForm, error) {
	if d.Record == "" {
		if !draftName.MatchString(d.ID) || d.Flow != "" {
			return startForm{}, badField("id", text.T("请刷新页面后重试。", "Reload the page and try again."))
		}
		t, err := e.recordType(ctx, d.Type)
		if err != nil {
			return startForm{}, err
		}
		return startForm{typ: t, access: openly(t)(record.Record{}), ref: RecordRef{Type: t.Key, TypeName: t.Name}}, nil
	}
	m, err := e.submission(ctx, a, Submission{Flow: d.Flow, Record: d.Record}, "")
	if err != nil {
		return startForm{}, err
	}
	t := m.graph.Type()
	d.ID, d.Type = startID(d.Record, d.Flow), t.Key
	return startForm{
		typ: t, access: m.version.accessAt(m.version.start()), now: m.rec.Values, version: m.version, graph: m.graph, base: m.rec.Revision,
		ref: RecordRef{Type: t.Key, TypeName: t.Name, ID: m.rec.ID, Number: m.rec.Number, Title: record.Title(t, m.rec.Values)},
	}, nil
}

var draftName = regexp.MustCompile(`^[A-Za-z0-9-]{1,64}$`)

// startID is what a draft of a request is called: there is one for each flow of a record.
func startID(record, flow string) string { return record + "." + flow }

// StartDrafts lists what a person has begun to fill in and not submitted.
func (e *Engine) StartDrafts(ctx context.Context, who string) ([]StartDraftInfo, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return nil, err
	}
	kept, err := e.store.StartDrafts(ctx, who)
	out := make([]StartDraftInfo, len(kept))
	for i := range kept {
		if _, out[i], err = e.begun(ctx, a, &kept[i]); err != nil {
			return nil, err
		}
	}
	return out, err
}

// StartDraft gives what a person has begun to fill in, as far as it still fits, and says what has changed since. not_found.
func (e *Engine) StartDraft(ctx context.Context, who, id string) (StartDraftView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return StartDraftView{}, err
	}
	d, err := e.store.StartDraft(ctx, who, id)
	if err != nil {
		return StartDraftView{}, err
	}
	form, info, err := e.begun(ctx, a, &d)
	if err != nil {
		return StartDraftView{}, err
	}
	view := StartDraftView{StartDraftInfo: info, Set: map[string]any{}, Files: []FileRef{}}
	if !info.Blocked.Empty() {
		return view, nil
	}
	view.RecordChanged = d.Record != "" && form.base != d.Base
	view.FlowChanged = form.version != nil && form.version.Number != d.Version
	for _, f := range form.typ.Fields {
		value, kept := d.Set[f.Key]
		if !kept {
			continue
		}
		fits, err := e.stillFits(ctx, a, form, f, value, view.RecordChanged)
		if err != nil {
			return StartDraftView{}, err
		}
		if fits {
			view.Set[f.Key] = value
		} else if form.access[f.Key].Shows() { // what is hidden by now is not named
			view.Dropped = append(view.Dropped, f.Name)
		}
	}
	view.Picks = e.picksLeft(a, form.version, d.Picks)
	if view.Files, err = e.named(ctx, d.Files); err != nil {
		return StartDraftView{}, err
	}
	view.Named, err = e.attached(ctx, filesKept(form.typ, view.Set))
	return view, err
}

// stillFits reports whether what was filled in for a field can still be.
func (e *Engine) stillFits(ctx context.Context, a actor, form startForm, f record.Field, value any, moved bool) (bool, error) {
	if !form.access.Change(&f) || moved && f.Type == record.Rows { // which row was which is not known any more
		return false, nil
	}
	_, err := e.fillIn(ctx, a, form.typ, form.access, form.now, map[string]any{f.Key: value})
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Forbidden) {
		return false, nil
	}
	return err == nil, err
}

// picksLeft are the people picked who are still there, for steps that are.
func (e *Engine) picksLeft(a actor, v *version, picks map[string][]string) map[string][]string {
	left := map[string][]string{}
	for node, chosen := range picks {
		if v == nil {
			continue
		}
		if _, there := v.node(node); !there {
			continue
		}
		left[node] = slices.DeleteFunc(slices.Clone(chosen), func(id string) bool {
			p, ok := a.people.Person(id)
			return !ok || !p.Active
		})
	}
	return left
}

// begun is a draft as a line of a list; one that cannot be gone on with says why, and names nothing of its record.
func (e *Engine) begun(ctx context.Context, a actor, d *StartDraft) (startForm, StartDraftInfo, error) {
	form, err := e.startForm(ctx, a, d)
	if err == nil {
		return form, form.info(*d), nil
	}
	f := fault.From(err)
	if f.Code == fault.Internal || f.Code == fault.Unavailable {
		return form, StartDraftInfo{}, err
	}
	form.ref = RecordRef{Type: d.Type, ID: d.Record}
	if t, err := e.recordType(ctx, d.Type); err == nil {
		form.ref.TypeName = t.Name
	}
	info := form.info(*d)
	info.Blocked = f.Text
	return form, info, nil
}

func (f startForm) info(d StartDraft) StartDraftInfo {
	info := StartDraftInfo{ID: d.ID, Revision: d.Revision, SavedAt: d.SavedAt, Record: f.ref, Flow: d.Flow}
	if f.version != nil {
		info.FlowName = f.version.Definition.Name
	}
	if title, ok := d.Set[titleOf(f.typ)].(string); ok && f.access[titleOf(f.typ)].Shows() {
		info.Record.Title = strings.TrimSpace(title)
	}
	return info
}

func titleOf(t *record.Type) string {
	if t == nil {
		return ""
	}
	return t.Title
}

// nameDrafts says of what can be started on a record where the person has begun to.
func (e *Engine) nameDrafts(ctx context.Context, who, record string, can []Startable) error {
	kept, err := e.store.StartDrafts(ctx, who)
	for i := range can {
		if slices.ContainsFunc(kept, func(d StartDraft) bool { return d.ID == startID(record, can[i].Key) }) {
			can[i].Draft = startID(record, can[i].Key)
		}
	}
	return err
}

// DropStart forgets what a person has begun to fill in.
func (e *Engine) DropStart(ctx context.Context, who, id string) error {
	if _, err := e.actor(ctx, who); err != nil {
		return err
	}
	return e.store.RemoveStartDraft(ctx, who, id)
}

// sent forgets a draft of what has just been sent. What was sent stands, whatever becomes of the draft.
func (e *Engine) sent(ctx context.Context, who, id string) {
	if err := e.store.RemoveStartDraft(context.WithoutCancel(ctx), who, id); err != nil {
		e.log.WarnContext(ctx, "a draft of what was sent is left", "person", who, "draft", id, "error", err)
	}
}

var errTooManyDrafts = fault.New(fault.Refused, "too_many_drafts", text.T(
	"您的草稿太多了，请先提交或删除一些。",
	"You keep too many drafts; submit or delete some first."))
