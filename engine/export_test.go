package engine_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// written is a file as a spreadsheet reads it, head first.
func written(t *testing.T, x engine.Export, err error) [][]string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := x.WriteTo(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	rest, marked := strings.CutPrefix(b.String(), "\ufeff")
	if !marked || !strings.Contains(rest, "\r\n") {
		t.Errorf("not as Excel reads it: %.40q", b.String())
	}
	return ok[[][]string](t)(csv.NewReader(strings.NewReader(rest)).ReadAll())
}

func TestRecordsAreExportedAsTheyAreListed(t *testing.T) {
	h := enginetest.New(t)
	customer := h.Add(lin, "customer", values{"name": "Acme, Ltd", "region": "fujian"})
	h.Add(lin, "contract", values{"title": "=HYPERLINK(\"x\")", "amount": "-12.50", "customer": customer, "reviewer": wu, "approved": true, "signed": "2026-03-01"})
	h.Add(lin, "contract", values{"title": "@SUM(1)", "opinion": "two\nlines, \"quoted\""})
	h.Add(wu, "contract", values{"title": "not Lin's"})
	x, err := h.ExportRecords(t.Context(), lin, engine.RecordsAsked{Type: "contract", Sort: "number"}, text.English)
	rows := written(t, x, err)
	head := []string{"Number", "Title", "Customer", "Amount", "Term in months", "Signed on", "Margin", "Legal opinion", "Reviewer", "Approved", "Serial", "Owner", "Created", "Updated"}
	if len(rows) != 3 || !slices.Equal(rows[0], head) {
		t.Fatalf("got %q", rows)
	}
	if want := []string{"'=HYPERLINK(\"x\")", "Acme, Ltd", "-12.5", "", "2026-03-01", "", "", "Wu Qiang", "Yes"}; !slices.Equal(rows[1][1:10], want) {
		t.Errorf("got %q, want %q", rows[1][1:10], want)
	}
	if rows[2][1] != "'@SUM(1)" || rows[2][7] != "two\nlines, \"quoted\"" {
		t.Errorf("got %q", rows[2])
	}
	x, err = h.ExportRecords(t.Context(), lin, engine.RecordsAsked{Type: "contract", Filters: []engine.FilterAsked{{Field: "approved", Op: engine.Equal, Value: "true"}}}, text.Chinese)
	if rows = written(t, x, err); len(rows) != 2 || rows[0][1] != "标题" || rows[1][9] != "是" || x.Name != "合同" {
		t.Errorf("filtered, in Chinese: %q", rows)
	}
	_, err = h.ExportRecords(t.Context(), lin, engine.RecordsAsked{Type: "contract", Sort: "secret"}, text.English)
	refused(t, err, fault.Invalid, "bad_values")
}

func TestNoCellIsAFormula(t *testing.T) {
	h := enginetest.New(t)
	for i, title := range []string{"=1", "+1+1", "-1+1", "@x", "＝1", "＋1", "－1", "＠x", "-5", "+5.5", "- item", "plain=1"} {
		h.Add(lin, "order", values{"title": title, "amount": fmt.Sprint(i)})
	}
	x, err := h.ExportRecords(t.Context(), lin, engine.RecordsAsked{Type: "order", Sort: "amount"}, text.English)
	var got []string
	for _, row := range written(t, x, err)[1:] {
		got = append(got, row[1])
	}
	want := []string{"'=1", "'+1+1", "'-1+1", "'@x", "'＝1", "'＋1", "'－1", "'＠x", "-5", "+5.5", "'- item", "plain=1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestAnExportShowsNoTitleThatAStepHides(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("secret", "contract").
		Approve("check", enginetest.By("post:finance"), enginetest.See("title", "hidden")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "secret", h.Add(lin, "contract", values{"title": "Hush"}), nil)
	lists := func(who string, lang text.Lang) string {
		t.Helper()
		tasks, err := h.ExportTasks(t.Context(), who, engine.TasksAsked{}, lang)
		all := fmt.Sprint(written(t, tasks, err))
		done, err := h.ExportTasks(t.Context(), who, engine.TasksAsked{Done: true}, lang)
		all += fmt.Sprint(written(t, done, err))
		involved, err := h.ExportInstances(t.Context(), who, engine.InstancesAsked{Scope: engine.ScopeInvolved}, lang)
		return all + fmt.Sprint(written(t, involved, err))
	}
	if got := lists(fang, text.English); strings.Contains(got, "Hush") || !strings.Contains(got, "To do") || !strings.Contains(got, "Under way") {
		t.Errorf("fang gets %s", got)
	}
	approve(t, h, fang, in)
	if got := lists(fang, text.Chinese); strings.Contains(got, "Hush") || !strings.Contains(got, "已同意") || !strings.Contains(got, "已通过") {
		t.Errorf("fang gets %s", got)
	}
	if got := lists(wu, text.English); strings.Contains(got, "HT") {
		t.Errorf("who has no part gets %s", got)
	}
	_, err := h.ExportInstances(t.Context(), fang, engine.InstancesAsked{Scope: engine.ScopeAll}, text.English)
	refused(t, err, fault.Forbidden, "admin_only")
}

func TestTenThousandRecordsAreExportedOnce(t *testing.T) {
	h := enginetest.New(t)
	const many = 10_000
	for i := range many {
		r := record.Record{
			Type: "order", ID: fmt.Sprintf("o%05d", i), Revision: 1, Owner: lin, CreatedBy: lin,
			CreatedAt: h.Clock.Now(), UpdatedAt: h.Clock.Now(), Values: record.Values{"title": fmt.Sprintf("Order %05d", i)},
		}
		if _, err := h.Store.InsertRecord(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	x, err := h.ExportRecords(t.Context(), lin, engine.RecordsAsked{Type: "order"}, text.English)
	titles := map[string]bool{}
	for _, row := range written(t, x, err)[1:] {
		titles[row[1]] = true
	}
	if len(titles) != many {
		t.Errorf("%d of %d", len(titles), many)
	}
}
