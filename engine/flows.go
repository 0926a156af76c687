package engine

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"flowline/engine/check"
	"flowline/engine/diagram"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/rule"
	"flowline/engine/text"
)

// Flows lists the flows: all as they are drawn for those who draw, the published ones as they run for everybody else.
func (e *Engine) Flows(ctx context.Context, who string) ([]FlowInfo, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return nil, err
	}
	drafts, err := e.store.Drafts(ctx)
	if err != nil {
		return nil, err
	}
	types, err := e.catalog(ctx)
	if err != nil {
		return nil, err
	}
	list := []FlowInfo{}
	for _, d := range drafts {
		if d.Current == 0 && !a.mayDraw() {
			continue
		}
		info := FlowInfo{
			Key: d.Key, Name: d.Definition.Name, Record: d.Definition.Record,
			Current: d.Current, UpdatedAt: d.UpdatedAt, UpdatedBy: a.ref(d.UpdatedBy),
		}
		if !a.mayDraw() {
			v, err := e.known.version(ctx, d.Key, d.Current)
			if err != nil {
				return nil, err
			}
			info.Name, info.UpdatedAt, info.UpdatedBy = v.Definition.Name, v.PublishedAt, a.ref(v.PublishedBy)
		}
		if t, ok := types.RecordType(info.Record); ok {
			info.RecordName = t.Name
		}
		if d.Current > 0 {
			_, info.Running, err = e.store.Instances(ctx, InstanceQuery{
				Flow: d.Key, Status: []machine.Status{machine.Running, machine.Faulted}, Limit: 1,
			})
			if err != nil {
				return nil, err
			}
		}
		list = append(list, info)
	}
	return list, nil
}

// Templates lists the ready-made flows to begin from.
func (e *Engine) Templates(ctx context.Context, who string) ([]Template, error) {
	if _, err := e.keyUser(ctx, who); err != nil {
		return nil, err
	}
	list := make([]Template, len(e.templates))
	for i, d := range e.templates {
		list[i] = Template{Key: d.Key, Name: d.Name, Description: d.Description, Record: d.Record}
	}
	return list, nil
}

var keyShape = regexp.MustCompile(`^[a-z][a-z0-9-]{0,59}$`)

// NewFlow begins a flow: an empty canvas, or a copy of a template. Without a key one is made from the name. Faults:
// invalid, conflict (flow_key_taken).
func (e *Engine) NewFlow(ctx context.Context, who string, n NewFlow) (DraftView, error) {
	a, err := e.keyUser(ctx, who)
	if err != nil {
		return DraftView{}, err
	}
	if err := plainName(n.Name); err != nil {
		return DraftView{}, err
	}
	d, err := e.beginning(n)
	if err != nil {
		return DraftView{}, err
	}
	if _, err := e.recordType(ctx, d.Record); err != nil {
		return DraftView{}, badField("record", fault.From(err).Text)
	}
	if n.Key != "" && !keyShape.MatchString(n.Key) {
		return DraftView{}, badField("key", text.T(
			"流程键只能用小写英文字母、数字和连字符，以字母开头，最多 60 个字符。",
			"A flow's key is lower-case letters, digits and hyphens, begins with a letter and has at most 60 characters."))
	}
	key := n.Key
	for next := 2; ; next++ {
		if n.Key == "" {
			key = keyOf(n.Name, d.Record, next)
		}
		d.Key = key
		draft := Draft{Key: key, Revision: 1, Definition: d, UpdatedAt: e.at(), UpdatedBy: who}
		err := e.store.AddDraft(ctx, draft)
		if err == nil {
			return draftView(a, draft), nil
		}
		if n.Key != "" || next > 1000 || fault.ReasonOf(err) != "flow_key_taken" {
			return DraftView{}, fault.Wrap(err, "begin flow %s", key)
		}
	}
}

// beginning is the document that a new flow begins with.
func (e *Engine) beginning(n NewFlow) (flow.Definition, error) {
	if n.Template == "" {
		return flow.Definition{Format: flow.Format, Name: n.Name, Record: n.Record, Nodes: []flow.Node{}, Edges: []flow.Edge{}}, nil
	}
	for _, t := range e.templates {
		if t.Key != n.Template {
			continue
		}
		if n.Record != "" && n.Record != t.Record {
			return flow.Definition{}, badField("record", text.T(
				"这个模板用于别的记录类型，请改选模板或记录类型。",
				"This template is for another record type; choose another template or record type."))
		}
		d := t
		d.Name = n.Name
		return d, nil
	}
	return flow.Definition{}, badField("template", text.T("没有这个模板，请从列表中选择。", "There is no such template; choose one from the list."))
}

// keyOf makes a key of what is ASCII in a name; the name's second, third … flow gets a number.
func keyOf(name text.Text, recordType string, n int) string {
	words := strings.FieldsFunc(strings.ToLower(name.EN+" "+name.ZH), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	key := strings.Join(words, "-")
	if key == "" {
		key = strings.ReplaceAll(recordType, "_", "-") + "-flow"
	}
	if key[0] < 'a' || key[0] > 'z' {
		key = "flow-" + key
	}
	key = strings.TrimRight(key[:min(len(key), 50)], "-")
	if n > 2 {
		key += "-" + strconv.Itoa(n-1)
	}
	return key
}

// Draft gives a flow as it is being drawn. not_found.
func (e *Engine) Draft(ctx context.Context, who, key string) (DraftView, error) {
	a, err := e.keyUser(ctx, who)
	if err != nil {
		return DraftView{}, err
	}
	d, err := e.store.Draft(ctx, key)
	return draftView(a, d), hideAs(errNoFlow, err)
}

// SaveDraft replaces a draft, half drawn or not, if it is still at revision. Faults: invalid for what is no flow document,
// with the place; conflict (draft_moved_on): somebody else saved meanwhile.
func (e *Engine) SaveDraft(ctx context.Context, who, key string, revision int64, document []byte) (DraftView, error) {
	a, err := e.keyUser(ctx, who)
	if err != nil {
		return DraftView{}, err
	}
	d, err := flow.Parse(document)
	if err == nil {
		err = flow.Untagged(&d)
	}
	if err != nil {
		return DraftView{}, fault.Wrap(err, "save draft %s", key)
	}
	if d.Key != key {
		return DraftView{}, badField("key", text.T(
			"流程的键不能更改，应为“{key}”。", "A flow's key cannot be changed; it is {key}.").Fill("key", key))
	}
	draft := Draft{Key: key, Revision: revision + 1, Definition: d, UpdatedAt: e.at(), UpdatedBy: who}
	if err := e.store.SaveDraft(ctx, draft, revision); err != nil {
		return DraftView{}, fault.Wrap(hideAs(errNoFlow, err), "save draft %s", key)
	}
	e.publisher.Publish("draft:"+key, draft.Revision)
	saved, err := e.store.Draft(ctx, key)
	if err == nil && saved.Revision == draft.Revision {
		draft.Current = saved.Current
	}
	return draftView(a, draft), err
}

func draftView(a actor, d Draft) DraftView {
	return DraftView{
		Key: d.Key, Revision: d.Revision, Definition: d.Definition,
		UpdatedAt: d.UpdatedAt, UpdatedBy: a.ref(d.UpdatedBy), Current: d.Current,
	}
}

// Check answers what is wrong with a flow document. invalid for what is no flow document.
func (e *Engine) Check(ctx context.Context, who string, document []byte) ([]check.Problem, error) {
	if _, err := e.keyUser(ctx, who); err != nil {
		return nil, err
	}
	d, err := flow.Parse(document)
	if err != nil {
		return nil, err
	}
	return e.check(ctx, d)
}

func (e *Engine) check(ctx context.Context, d flow.Definition) ([]check.Problem, error) {
	types, err := e.catalog(ctx)
	if err != nil {
		return nil, err
	}
	dir, err := e.directory(ctx)
	if err != nil {
		return nil, err
	}
	current, err := e.known.current.get(ctx, e.known.fresh)
	if err != nil {
		return nil, err
	}
	flows := make(check.Flows, len(current))
	for _, v := range current {
		flows[v.Flow] = v.Definition
	}
	return check.Check(d, types, dir.Directory, flows), nil
}

// CheckRule answers what is wrong with a condition over records of a type; old says whether it may look at the values
// before a change.
func (e *Engine) CheckRule(ctx context.Context, who, recordType, source string, old bool) ([]rule.Issue, error) {
	if _, err := e.keyUser(ctx, who); err != nil {
		return nil, err
	}
	t, err := e.recordType(ctx, recordType)
	if err != nil {
		return nil, err
	}
	types, err := e.catalog(ctx)
	if err != nil {
		return nil, err
	}
	_, issues := rule.Compile(source, rule.Scope{Type: t, Types: types, Old: old}, rule.Condition)
	return issues, nil
}

// Layout answers where the nodes of a flow document would stand in good order.
func (e *Engine) Layout(ctx context.Context, who string, document []byte) (map[string]flow.Point, error) {
	if _, err := e.keyUser(ctx, who); err != nil {
		return nil, err
	}
	d, err := flow.Parse(document)
	if err != nil {
		return nil, err
	}
	return diagram.Layout(ctx, d)
}
