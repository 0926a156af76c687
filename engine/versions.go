package engine

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"flowline/engine/check"
	"flowline/engine/fault"
	"flowline/engine/text"
)

// unpublishable is the refusal to publish a flow that cannot work, with what has to be mended.
type unpublishable struct {
	fault    error
	problems []check.Problem
}

func (u *unpublishable) Error() string { return u.fault.Error() }
func (u *unpublishable) Unwrap() error { return u.fault }

// ProblemsOf gives what keeps a flow from being published, when err is that refusal; nil for any other error.
func ProblemsOf(err error) []check.Problem {
	if u, ok := errors.AsType[*unpublishable](err); ok {
		return u.problems
	}
	return nil
}

// Publish makes the draft, if it is still at revision, the next version of its flow and the current one. Instances under
// way keep theirs. What is the current version already, with the same note, is not published twice. Faults: invalid
// (flow_has_problems: ProblemsOf tells which), conflict (draft_moved_on), not_found.
func (e *Engine) Publish(ctx context.Context, who, key string, revision int64, note string) (VersionView, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return VersionView{}, err
	}
	if strings.TrimSpace(note) == "" {
		return VersionView{}, badField("note", text.T("请写明这个版本改了什么。", "Say what is new in this version."))
	}
	if err := plainText("note", note); err != nil {
		return VersionView{}, err
	}
	if err := untagged("note", note); err != nil {
		return VersionView{}, err
	}
	d, err := e.store.Draft(ctx, key)
	if err != nil {
		return VersionView{}, hideAs(errNoFlow, err)
	}
	if d.Revision != revision {
		return VersionView{}, errDraftMovedOn
	}
	problems, err := e.check(ctx, d.Definition)
	if err != nil {
		return VersionView{}, err
	}
	if n := blocking(problems); n > 0 {
		return VersionView{}, &unpublishable{problems: problems, fault: fault.New(fault.Invalid, "flow_has_problems", text.T(
			"流程还有 {n} 个问题，改正后才能发布。", "The flow has {n} problems; mend them, then publish."), "n", strconv.Itoa(n))}
	}
	if last, err := e.store.Versions(ctx, key); err == nil && len(last) > 0 && last[0].Current && last[0].Note == note {
		if same, err := e.store.Version(ctx, key, last[0].Number); err == nil && reflect.DeepEqual(same.Definition, d.Definition) {
			return versionView(a, same, true), nil
		}
	}
	v := Version{Flow: key, Note: note, Definition: d.Definition, PublishedAt: e.at(), PublishedBy: who, Current: true}
	if v.Number, err = e.store.AddVersion(ctx, v, revision); err != nil {
		return VersionView{}, fault.Wrap(err, "publish %s", key)
	}
	e.known.current.forget()
	return versionView(a, v, true), nil
}

// unfit says why a version that was published once cannot be used now: the first problem, and how many there are.
func unfit(number int, problems []check.Problem) error {
	first := problems[slices.IndexFunc(problems, func(p check.Problem) bool { return p.Severity == check.Error })].Text
	return fault.New(fault.Invalid, "version_has_problems", text.T(
		"第 {n} 版现在不能使用，有 {k} 个问题。"+first.In(text.Chinese)+"请在草稿中改正后发布新版本。",
		"Version {n} cannot be used now; it has {k} problems. "+first.In(text.English)+" Mend that in the draft and publish a new version."),
		"n", strconv.Itoa(number), "k", strconv.Itoa(blocking(problems)))
}

func blocking(problems []check.Problem) int {
	n := 0
	for _, p := range problems {
		if p.Severity == check.Error {
			n++
		}
	}
	return n
}

// Versions lists the published versions of a flow, newest first.
func (e *Engine) Versions(ctx context.Context, who, key string) ([]VersionView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return nil, err
	}
	rows, err := e.store.Versions(ctx, key)
	if err != nil {
		return nil, hideAs(errNoFlow, err)
	}
	list := make([]VersionView, len(rows))
	for i, v := range rows {
		list[i] = versionView(a, v, false)
	}
	return list, nil
}

// Version gives one published version with its document. What is published is for everybody to read and learn from.
func (e *Engine) Version(ctx context.Context, who, key string, number int) (VersionView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return VersionView{}, err
	}
	v, err := e.store.Version(ctx, key, number)
	if err != nil {
		return VersionView{}, hideAs(errNoVersion, err)
	}
	return versionView(a, v, true), nil
}

// MakeCurrent has new instances run a version that was published before, if it still could be: people, record types and the
// flows that it runs, or that run it, may have changed since. Faults: not_found; invalid (version_has_problems: ProblemsOf
// tells which).
func (e *Engine) MakeCurrent(ctx context.Context, who, key string, number int) error {
	if _, err := e.admin(ctx, who); err != nil {
		return err
	}
	v, err := e.store.Version(ctx, key, number)
	if err != nil {
		return fault.Wrap(hideAs(errNoVersion, err), "make %s v%d current", key, number)
	}
	e.known.current.forget() // what another copy has just published counts
	problems, err := e.check(ctx, v.Definition)
	if err != nil {
		return err
	}
	if blocking(problems) > 0 {
		return &unpublishable{problems: problems, fault: unfit(number, problems)}
	}
	if err := e.store.MakeCurrent(ctx, key, number); err != nil {
		return fault.Wrap(hideAs(errNoVersion, err), "make %s v%d current", key, number)
	}
	e.known.current.forget()
	return nil
}

func versionView(a actor, v Version, document bool) VersionView {
	view := VersionView{
		Flow: v.Flow, Number: v.Number, Note: v.Note, Current: v.Current,
		PublishedAt: v.PublishedAt, PublishedBy: a.ref(v.PublishedBy),
	}
	if document {
		view.Definition = &v.Definition
	}
	return view
}

var errDraftMovedOn = fault.New(fault.Conflict, "draft_moved_on", text.T(
	"流程草稿刚被别人修改过，请重新打开后再试。",
	"Somebody else has just changed the draft; open it again and try once more."))
