package engine

import (
	"context"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Instances lists instances: those that the person submitted, in which he was asked or told, that he has a copy of, or
// everybody's, which is for admins, or, of one record, for those who may see that record.
func (e *Engine) Instances(ctx context.Context, who string, asked InstancesAsked) (Page[InstanceInfo], error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return Page[InstanceInfo]{}, err
	}
	q := InstanceQuery{
		Flow: asked.Flow, RecordType: asked.RecordType, RecordID: asked.Record, Status: asked.Status,
		HasIncident: asked.Incident, Offset: asked.Offset, Limit: asked.Limit,
	}
	q.Submitter = asked.Submitter
	switch asked.Scope {
	case ScopeMine, "":
		q.Submitter, q.OwnOnly = who, true
	case ScopeCopied:
		q.CopiedTo = who
	case ScopeInvolved:
		q.Participant = who
	case ScopeAll:
		if err := e.mayListAll(ctx, a, asked); err != nil {
			return Page[InstanceInfo]{}, err
		}
	default:
		return Page[InstanceInfo]{}, badField("scope", text.T("范围只能是 mine、involved、copied 或 all。", "The scope is mine, involved, copied or all."))
	}
	q.Narrowing, err = e.narrowing(asked.Finding, func() ([]StepRef, error) {
		versions, err := e.store.InstanceVersions(ctx, q)
		return e.untitled(ctx, versions, err, func(v *version, _ StepRef) bool { return v.titleFor(a, q.Submitter, "-") != "" })
	})
	if err != nil {
		return Page[InstanceInfo]{}, err
	}
	return e.instancePage(ctx, a, q)
}

func (e *Engine) mayListAll(ctx context.Context, a actor, asked InstancesAsked) error {
	if a.isAdmin() {
		return nil
	}
	if asked.RecordType == "" || asked.Record == "" {
		return errNotAdmin
	}
	if _, err := e.recordType(ctx, asked.RecordType); err != nil {
		return err
	}
	rec, err := e.store.Record(ctx, asked.RecordType, asked.Record)
	if err != nil {
		return hideAs(errNoRecord, err)
	}
	if !a.owns(rec) {
		return errNoRecord
	}
	return nil
}

func (e *Engine) instancePage(ctx context.Context, a actor, q InstanceQuery) (Page[InstanceInfo], error) {
	rows, total, err := e.store.Instances(ctx, q)
	if err != nil {
		return Page[InstanceInfo]{}, err
	}
	page := Page[InstanceInfo]{Items: make([]InstanceInfo, len(rows)), Total: total}
	for i, row := range rows {
		if page.Items[i], err = e.instanceInfo(ctx, a, row); err != nil {
			return Page[InstanceInfo]{}, err
		}
	}
	return page, nil
}

// instanceInfo is an instance as a line of a list, for a person who may know of it.
func (e *Engine) instanceInfo(ctx context.Context, a actor, in Instance) (InstanceInfo, error) {
	v, err := e.known.version(ctx, in.Flow, in.Version)
	if err != nil {
		return InstanceInfo{}, err
	}
	title, err := e.title(ctx, a, v, in)
	if err != nil {
		return InstanceInfo{}, err
	}
	var mark *CopyMark
	if c := in.Copy; c.ID != "" {
		mark = &CopyMark{At: c.At, ReadAt: c.ReadAt, Node: c.Node, When: c.When}
	}
	return InstanceInfo{
		Copy: mark, ID: in.ID, Flow: in.Flow, FlowName: v.Definition.Name, Version: in.Version,
		Record:    e.recordRef(v, in.RecordID, in.Number, title),
		Submitter: a.ref(in.Submitter), Status: in.Status,
		StartedAt: in.StartedAt, EndedAt: in.EndedAt, UpdatedAt: in.UpdatedAt, HasIncident: in.HasIncident,
	}, nil
}

// Instance gives an instance with its chart and history, cut to what the person may see. not_found for whoever has no
// part in it.
func (e *Engine) Instance(ctx context.Context, who, id string) (InstanceView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return InstanceView{}, err
	}
	l, err := e.look(ctx, a, id)
	if err != nil {
		return InstanceView{}, err
	}
	journal, err := e.store.Journal(ctx, id)
	if err != nil {
		return InstanceView{}, err
	}
	if err := e.lookBack(ctx, a, &l, journal); err != nil {
		return InstanceView{}, err
	}
	info, err := e.instanceInfo(ctx, a, l.instance)
	if err != nil {
		return InstanceView{}, err
	}
	if l.sight.sees(l.graph.Type().Title) {
		info.Record.Title = l.instance.Title
	}
	info.Copy = l.copy
	view := InstanceView{
		InstanceInfo: info,
		Revision:     l.instance.Revision,
		HeldUp:       l.instance.State.SuspendedBy != machine.StoppedByAdmin,
		Definition:   l.version.Definition,
		Progress:     machine.ProgressOf(l.graph, l.instance.State),
		Timeline:     make([]TimelineEntry, 0, len(journal)),
		People:       map[string]PersonRef{},
	}
	if view.Proposal, err = e.pending(ctx, a, l.instance.Proposal, l.graph.Type(), l.access()); err != nil {
		return InstanceView{}, err
	}
	if view.Parts, err = e.parts(ctx, a, l); err != nil {
		return InstanceView{}, err
	}
	for _, entry := range journal {
		if entry.Type == machine.EntryAnswered {
			continue // between the engine and the machine; nothing to tell
		}
		line := l.entry(entry)
		line.Item, line.Number = l.partOf(entry, view.Parts)
		view.Timeline = append(view.Timeline, line)
	}
	for _, i := range l.instance.State.Incidents {
		if i.ResolvedAt.IsZero() {
			view.Incidents = append(view.Incidents, l.incident(i))
		}
	}
	now := &move{before: l.instance, at: e.at()}
	for _, t := range l.instance.State.Tasks {
		mine := t.Assignee == who || now.standsFor(a, *t) && l.instance.State.DeputyFor(*t, who) == nil
		if mine && t.State == machine.TaskOpen {
			view.MyTasks = append(view.MyTasks, taskID(id, t.ID))
		}
	}
	if err := view.voiding(ctx, e, a, l.instance.State); err != nil {
		return InstanceView{}, err
	}
	if l.instance.State.Caller != nil {
		if view.PartOf, err = e.partOf(ctx, a, l.instance); err != nil {
			return InstanceView{}, err
		}
	}
	view.name(a)
	if view.Files, err = e.attached(ctx, view.filesNamed(l.graph.Type())); err != nil {
		return InstanceView{}, err
	}
	opened, err := e.opened(ctx, l.version, id)
	if err != nil {
		return InstanceView{}, err
	}
	decided := false
	if l.instance.State.InCharge() == a.ID {
		if decided, err = e.decidedWithin(ctx, l.instance.State); err != nil {
			return InstanceView{}, err
		}
	}
	view.may(a, l.graph, l.instance.State, opened, decided)
	view.Receipts, err = e.receipts(ctx, a, l.instance)
	return view, err
}

// name fills in everybody whom the chart or the history names.
func (v *InstanceView) name(a actor) {
	add := func(id string) {
		if id != "" {
			v.People[id] = a.ref(id)
		}
	}
	for _, t := range v.Timeline {
		add(t.By)
		add(t.Person)
		add(t.OnBehalfOf)
		for _, person := range t.Data.People {
			add(person)
		}
	}
	for _, n := range v.Progress.Nodes {
		for _, visit := range n.Visits {
			for _, s := range visit.People {
				add(s.Person)
				add(s.Deputy)
			}
		}
	}
}

// filesNamed are the files in the history, as far as it is shown: those that went with what people said, and those in
// fields that were changed.
func (v *InstanceView) filesNamed(t *record.Type) []string {
	var ids []string
	for _, entry := range v.Timeline {
		ids = append(ids, entry.Files...)
		ids = append(ids, filesIn(t, entry.Data.Before)...)
		ids = append(ids, filesIn(t, entry.Data.After)...)
	}
	return ids
}

// Terminate ends an instance for good, by an admin who says why. The record is freed.
func (e *Engine) Terminate(ctx context.Context, who, id, reason, key string) (InstanceInfo, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return InstanceInfo{}, err
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return InstanceInfo{}, badField("reason", text.T("请写明终止的原因。", "Say why it is to be ended."))
	}
	if err := plainText("reason", reason); err != nil {
		return InstanceInfo{}, err
	}
	ended := func(s machine.State) bool { return s.Status.Ended() }
	in, err := e.step(ctx, who, key, id, ended, func(_ context.Context, m *move) (machine.Event, error) {
		return machine.Event{Type: machine.EventTerminated, At: m.at, By: who, Comment: reason}, nil
	})
	if err != nil {
		return InstanceInfo{}, fault.Wrap(err, "terminate %s", id)
	}
	return e.instanceInfo(ctx, a, in)
}
