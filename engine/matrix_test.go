package engine_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/store"
	"flowline/engine/text"
)

// The matrix is who somebody is × where the instance stands × by which channel it is looked at: what is in a field comes out
// just to those to whom a step that they came to, or their right in the company, shows it.

// told are what is in the fields of the matrix' record, by field.
var told = map[string]string{"margin": "0.7777", "opinion": "Zanzibar", "price": "7777.11", "scans": "Sansibar"}

// matrix is an instance on its way from step to step, each of which shows something else.
type matrix struct {
	*enginetest.House
	t                  *testing.T
	box                *letterbox
	contract, instance string
	scan               string
}

func newMatrix(t *testing.T, copies ...string) *matrix {
	t.Helper()
	box := &letterbox{}
	m := &matrix{House: enginetest.NewWith(t, store.Options{}, engine.Options{Mailer: box}), t: t, box: box}
	for _, p := range enginetest.Company().People {
		p.Email = p.SignIn + "@example.com"
		if p.ID == lin { // nobody sees it for being her superior
			p.Manager, p.Department = "", ""
		}
		ok[org.Person](t)(m.SavePerson(t.Context(), admin, p))
	}
	copyTo := func(a *flow.Approve) { a.Copy = []flow.Copy{{At: flow.CopyEntered, To: enginetest.By("person:" + he)}} }
	f := enginetest.Flow("matrix", "contract").CopyFields(copies...)
	m.Publish(f.
		Form(enginetest.Fields("margin", "edit", "opinion", "hidden", "scans", "hidden", "items.price", "hidden")).
		Do("revise", enginetest.By("submitter"), enginetest.Fields("margin", "edit", "opinion", "edit", "scans", "edit", "items", "edit")).
		Decision("rich").
		Approve("first", enginetest.By("person:"+fang), enginetest.See("margin", "hidden", "scans", "hidden", "months", "edit")).
		Approve("second", enginetest.By("person:"+luo), enginetest.See("opinion", "hidden", "scans", "hidden", "items.price", "hidden", "months", "edit"), copyTo).
		Approve("third", enginetest.By("person:"+gao), enginetest.See("margin", "hidden", "opinion", "hidden", "scans", "hidden", "items", "hidden", "months", "edit")).
		End("end", flow.ResultApproved).
		Path("start", "revise", "rich").
		When("rich", "first", `record.margin > 0.5 && record.opinion != "" && record.items.exists(i, i.price > 7000)`).
		Else("rich", "end").Path("first", "second", "third", "end"))
	now := m.Clock.Now()
	ok[engine.DeputyView](t)(m.AddDeputy(t.Context(), luo, deputy(fei, now, now.Add(time.Hour))))
	m.contract = m.Add(lin, "contract", values{"title": "Lease", "margin": "0.1", "opinion": "none yet", "months": 12,
		"items": []any{values{"what": "bolt", "price": "1"}}})
	m.instance = m.Start(lin, "matrix", m.contract, nil)
	m.scan = upload(t, m.House, lin, "Sansibar.pdf", "%PDF-")
	ok[engine.InstanceInfo](t)(m.Decide(t.Context(), lin, engine.Verdict{Task: m.TaskOf(lin, m.instance), Outcome: machine.OutcomeDone,
		Set: values{"margin": told["margin"], "opinion": told["opinion"], "scans": []any{m.scan},
			"items": []any{values{"what": "bolt", "price": told["price"]}}}}))
	deliverAll(t, m.House)
	return m
}

// channels are everything that somebody gets to see of it; what is refused as not there, or as not theirs, tells nothing.
func (m *matrix) channels(who string) map[string]any {
	ctx, out := m.t.Context(), map[string]any{}
	note := func(name string, v any, err error) {
		m.t.Helper()
		switch {
		case err == nil:
			out[name] = v
		case !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.Conflict):
			m.t.Errorf("%s for %s: %v", name, who, err)
		default:
			out[name+" refused"] = err.Error() + fault.From(err).Text.EN
		}
	}
	view, err := m.Instance(ctx, who, m.instance)
	note("instance", view, err)
	for _, k := range ok[engine.Instance](m.t)(m.Store.Instance(ctx, m.instance)).State.Tasks {
		task, err := m.Task(ctx, who, m.instance+"."+k.ID)
		note("task at "+k.Node, task, err)
	}
	rec, err := m.Record(ctx, who, "contract", m.contract)
	note("record", rec, err)
	for _, asked := range []engine.RecordsAsked{
		{Type: "contract", Sort: "margin"},
		{Type: "contract", Filters: []engine.FilterAsked{{Field: "margin", Op: engine.More, Value: "0.5"}}},
		{Type: "contract", Filters: []engine.FilterAsked{{Field: "opinion", Op: engine.Contains, Value: "Zanz"}}},
	} {
		found, err := m.Records(ctx, who, asked)
		note(fmt.Sprint("list ", asked.Sort, asked.Filters), found, err)
		if who != admin && who != lin && found.Total > 0 {
			m.t.Errorf("%s finds it in a list of records: %+v", who, asked)
		}
	}
	for _, done := range []bool{false, true} {
		tasks, err := m.Tasks(ctx, who, engine.TasksAsked{Done: done})
		note(fmt.Sprint("tasks ", done), tasks, err)
		tasks, err = m.Tasks(ctx, who, engine.TasksAsked{Done: done, Finding: engine.Finding{Search: "Zanzibar"}})
		note(fmt.Sprint("search ", done), tasks, err)
		if tasks.Total > 0 {
			m.t.Errorf("%s finds a task by what is not in its line", who)
		}
	}
	for _, scope := range []engine.Scope{engine.ScopeMine, engine.ScopeInvolved, engine.ScopeCopied, engine.ScopeAll} {
		list, err := m.Instances(ctx, who, engine.InstancesAsked{Scope: scope})
		note("instances "+string(scope), list, err)
		note("export "+string(scope), m.exported(m.ExportInstances(ctx, who, engine.InstancesAsked{Scope: scope}, text.English)), nil)
		found, err := m.Instances(ctx, who, engine.InstancesAsked{Scope: scope, Finding: engine.Finding{Search: "Zanzibar"}})
		if err == nil && found.Total > 0 {
			m.t.Errorf("%s finds an instance by what is not in its line", who)
		}
	}
	note("export of records", m.exported(m.ExportRecords(ctx, who, engine.RecordsAsked{Type: "contract"}, text.English)), nil)
	note("export of tasks", m.exported(m.ExportTasks(ctx, who, engine.TasksAsked{}, text.English)), nil)
	flows, err := m.RecordFlows(ctx, who, "contract", m.contract)
	note("flows of the record", flows, err)
	versions, err := m.DataVersions(ctx, who, m.instance)
	note("versions", versions, err)
	ahead, err := m.Preview(ctx, who, engine.Submission{Flow: "matrix", Record: m.contract})
	note("preview", ahead, err)
	change, err := m.PreviewChange(ctx, who, "contract", m.contract, values{"months": 3}, nil)
	note("preview of a change", change, err)
	thread, err := m.Thread(ctx, who, m.instance)
	note("thread", thread, err)
	notices, err := m.Notices(ctx, who)
	note("notices", notices, err)
	note("mails", m.mailsTo(who), nil)
	drawn, err := m.InstanceDiagram(ctx, who, m.instance, engine.Drawing{Lang: text.English})
	note("diagram", string(drawn), err)
	incidents, err := m.Incidents(ctx, who, 0, 10)
	note("incidents", incidents, err)
	topic, err := m.Topic(ctx, who, "instance:"+m.instance)
	note("topic", topic, err)
	file, err := m.File(ctx, who, m.scan)
	note("file", file.Name, err)
	return out
}

// mailsTo are those that somebody got.
func (m *matrix) mailsTo(who string) (list []engine.Mail) {
	m.t.Helper()
	deliverAll(m.t, m.House)
	mailAll(m.t, m.House)
	for _, one := range m.box.mails {
		if id, _, _ := strings.Cut(one.To, "@"); id == signInOf(who) {
			list = append(list, one)
		}
	}
	return list
}

// signInOf is what a person of the sample company signs in as, and the first part of the address.
func signInOf(who string) string {
	all := enginetest.Company().People
	return all[slices.IndexFunc(all, func(p org.Person) bool { return p.ID == who })].SignIn
}

// exported is what a file holds; what may not be exported tells nothing.
func (m *matrix) exported(x engine.Export, err error) string {
	m.t.Helper()
	if err != nil {
		return fault.From(err).Text.EN
	}
	var out strings.Builder
	if err := x.WriteTo(m.t.Context(), &out); err != nil {
		m.t.Error(err)
	}
	return out.String()
}

// wantSight holds one row of the matrix: who sees just these fields, by some channel, and the others by none.
func (m *matrix) wantSight(stage, who string, part bool, sees ...string) {
	m.t.Helper()
	found := map[string][]string{}
	for name, v := range m.channels(who) {
		if name == "instance" && !part {
			m.t.Errorf("%s: %s may look at the instance", stage, who)
		}
		doc := string(ok[[]byte](m.t)(json.Marshal(v)))
		for field, what := range told {
			if strings.Contains(doc, what) {
				found[field] = append(found[field], name)
			}
		}
	}
	for field := range told {
		may := strings.Contains(" "+strings.Join(sees, " ")+" ", " "+field+" ")
		if may != (len(found[field]) > 0) {
			m.t.Errorf("%s: %s sees %s: want %v, seen by %v", stage, who, field, may, found[field])
		}
	}
}

const outsider = "p-departed" // is switched on again below

func TestTheMatrixOfHiddenFields(t *testing.T) {
	m := newMatrix(t)
	for _, p := range enginetest.Company().People {
		if p.ID == outsider {
			p.Active = true
			ok[org.Person](t)(m.SavePerson(t.Context(), admin, p))
		}
	}
	always := func(stage string) {
		t.Helper()
		m.wantSight(stage, admin, true, "margin", "opinion", "price", "scans")
		m.wantSight(stage, lin, true, "margin", "opinion", "price", "scans") // whose record it is
		for _, who := range []string{keyUser, wu, chen, outsider} {
			m.wantSight(stage, who, false)
		}
		for _, topic := range m.Published.Take() {
			for _, what := range told {
				if strings.Contains(topic, what) {
					t.Errorf("%s: published %s", stage, topic)
				}
			}
		}
	}
	decide := func(who string) {
		t.Helper()
		approve(t, m.House, who, m.instance)
		deliverAll(t, m.House)
	}

	always("at the first step")
	m.wantSight("at the first step", fang, true, "opinion", "price")
	for _, later := range []string{luo, fei, gao, he} {
		m.wantSight("at the first step", later, false)
	}
	m.writeWildly("at the first step")

	decide(fang)
	always("at the second step")
	m.wantSight("at the second step", fang, true, "opinion", "price") // no more for having decided
	m.wantSight("at the second step", luo, true, "margin")
	m.wantSight("at the second step", fei, true, "margin") // stands in for Luo
	m.wantSight("at the second step", he, true, "margin")  // has a copy: what the start shows
	m.wantSight("at the second step", gao, false)
	m.writeWildly("at the second step")

	_, err := m.Decide(t.Context(), he, engine.Verdict{Task: m.instance + "." + m.openTask().ID, Outcome: machine.OutcomeApproved})
	refused(t, err, fault.NotFound, "no_such_task") // a copy is to read
	ok[engine.InstanceInfo](t)(m.Decide(t.Context(), fei, engine.Verdict{Task: m.instance + "." + m.openTask().ID, Outcome: machine.OutcomeApproved}))
	deliverAll(t, m.House)
	always("at the third step")
	m.wantSight("at the third step", fang, true, "opinion", "price")
	m.wantSight("at the third step", luo, true, "margin")
	m.wantSight("at the third step", fei, true, "margin") // decided for Luo
	m.wantSight("at the third step", he, true, "margin")
	m.wantSight("at the third step", gao, true)
	m.writeWildly("at the third step")

	decide(gao)
	always("at the end")
	m.wantSight("at the end", fang, true, "opinion", "price")
	m.wantSight("at the end", luo, true, "margin")
	m.wantSight("at the end", fei, true, "margin")
	m.wantSight("at the end", he, true, "margin")
	m.wantSight("at the end", gao, true)
	if len(m.box.mails) == 0 {
		t.Error("nothing was mailed, so that mail is not looked at")
	}
}

// TestACopyShowsWhatTheFlowSaysOfCopies: of what the start shows or hides it may say otherwise, and that holds in every
// channel; those who are asked see what they saw, and a copy decides nothing.
func TestACopyShowsWhatTheFlowSaysOfCopies(t *testing.T) {
	m := newMatrix(t, "margin", "hidden", "opinion", "read", "scans", "read")
	m.wantSight("before the copy", he, false)
	approve(t, m.House, fang, m.instance)
	deliverAll(t, m.House)
	for range 2 {
		m.wantSight("with a copy", he, true, "opinion", "scans")
		m.wantSight("with a copy", fang, true, "opinion", "price")
		m.wantSight("with a copy", luo, true, "margin")
		m.wantSight("with a copy", lin, true, "margin", "opinion", "price", "scans")
		m.wantSight("with a copy", wu, false)
		m.writeWildly("with a copy")
		_, err := m.Decide(t.Context(), he, engine.Verdict{Task: m.instance + "." + m.openTask().ID, Outcome: machine.OutcomeApproved})
		refused(t, err, fault.NotFound, "no_such_task")
		_, err = m.DoWithTask(t.Context(), he, engine.Deed{Task: m.instance + "." + m.openTask().ID, Do: engine.DoTransfer, People: []string{he}})
		refused(t, err, fault.NotFound, "no_such_task")
		if m.openTask().Node == "second" {
			approve(t, m.House, luo, m.instance)
			deliverAll(t, m.House)
		}
	}
}
