package engine_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
	"flowline/engine/text"
)

func TestPeopleAreToldOnce(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("tell", "contract").
		Notify("tell", enginetest.By("post:finance"), "{record.title} for {record.customer}, see {record.reviewer}").
		Approve("check", enginetest.By("post:sales_manager")).
		End("end", flow.ResultApproved).Path("start", "tell", "check", "end"))
	customer := h.Add(lin, "customer", values{"name": "Client"})
	in := h.Start(lin, "tell", h.Add(lin, "contract", values{"title": "Lease", "customer": customer, "reviewer": wu}), nil)
	h.Published.Take()
	deliverAll(t, h)
	if topics := h.Published.Take(); !slices.Contains(topics, "inbox:"+chen) || !slices.Contains(topics, "inbox:"+fang) {
		t.Errorf("published %v", topics)
	}
	told := ok[engine.NoticeList](t)(h.Notices(t.Context(), fang))
	if len(told.Items) != 1 || told.Items[0].Kind != machine.NoticeFlow || told.Items[0].Title.EN != "Lease for Client, see Wu Qiang" || !strings.Contains(told.Items[0].Title.ZH, "吴强") {
		t.Errorf("finance is told %+v", told)
	}
	asked := ok[engine.NoticeList](t)(h.Notices(t.Context(), chen))
	if len(asked.Items) != 1 || asked.Items[0].Title.EN != "To do: Node check" || asked.Items[0].Task != h.TaskOf(chen, in) ||
		!strings.HasPrefix(asked.Items[0].Body.EN, "Flow tell · HT-") || asked.Unread != 1 {
		t.Errorf("Chen is told %+v", asked)
	}
	if err := h.ReadNotices(t.Context(), wu, []string{asked.Items[0].ID}); err != nil {
		t.Fatal(err)
	}
	if n := ok[engine.NoticeList](t)(h.Notices(t.Context(), chen)); n.Unread != 1 {
		t.Errorf("Wu has read Chen's notice")
	}
	if err := h.ReadNotices(t.Context(), chen, nil); err != nil {
		t.Fatal(err)
	}
	if n := ok[engine.NoticeList](t)(h.Notices(t.Context(), chen)); n.Unread != 0 {
		t.Errorf("unread after reading: %+v", n)
	}
	approve(t, h, chen, in)
	deliverAll(t, h)
	ended := ok[engine.NoticeList](t)(h.Notices(t.Context(), lin))
	if len(ended.Items) != 1 || ended.Items[0].Kind != machine.NoticeEnd || ended.Items[0].Title.EN != "Approved: Lease" {
		t.Errorf("Lin is told %+v", ended)
	}
}

// failing is a store that delivers nothing.
type failing struct{ engine.Store }

func (failing) DeliverNotice(context.Context, engine.NoticeRow) error { return errors.New("no bell") }

func TestANoticeThatFailsIsTriedLater(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	broken, err := engine.New(failing{h.Store}, engine.Options{Now: h.Clock.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	if n := ok[int](t)(broken.DeliverDue(t.Context(), "broken", 10)); n != 1 {
		t.Errorf("claimed %d", n)
	}
	if n := ok[int](t)(h.DeliverDue(t.Context(), "a", 10)); n != 0 {
		t.Errorf("a job that failed was tried again at once")
	}
	h.Clock.Add(10 * time.Second)
	if n := ok[int](t)(h.DeliverDue(t.Context(), "a", 10)); n != 1 {
		t.Errorf("claimed %d after a while", n)
	}
	if n := ok[engine.NoticeList](t)(h.Notices(t.Context(), chen)); len(n.Items) != 1 {
		t.Errorf("Chen is told %+v", n)
	}
}

// TestEveryNoticeSaysWhatItIs: in both languages, and no two alike.
func TestEveryNoticeSaysWhatItIs(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(twoSteps())
	in := h.Start(lin, "two", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	doWithInstance := func(who string, d engine.Deed) {
		t.Helper()
		d.Instance = in
		ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), who, d))
	}
	doWithInstance(lin, engine.Deed{Do: engine.DoUrge})
	ok[int](t)(h.DeliverDue(t.Context(), "test", 10)) // what is done meanwhile is not urged about
	doWithTask(t, h, chen, engine.Deed{Task: h.TaskOf(chen, in), Do: engine.DoReturn, Node: "start", Comment: "no"})
	doWithInstance(lin, engine.Deed{Do: engine.DoWithdraw})
	ok[int](t)(h.DeliverDue(t.Context(), "test", 10)) // words of an end are those of the status that it has then
	doWithInstance(admin, engine.Deed{Do: engine.DoVoid, Comment: "a mistake"})
	ok[int](t)(h.DeliverDue(t.Context(), "test", 10))
	said := map[text.Text]bool{}
	for _, who := range []string{lin, chen} {
		for _, n := range ok[engine.NoticeList](t)(h.Notices(t.Context(), who)).Items {
			if n.Title == ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in)).FlowName {
				t.Errorf("%s says no more than the flow's name", n.Kind)
			}
			said[n.Title] = true
		}
	}
	if len(said) != 5 {
		t.Errorf("said is %v", said)
	}
}

// TestWhoIsAskedNoMoreIsTold: by name, once, and not whoever did it.
func TestWhoIsAskedNoMoreIsTold(t *testing.T) {
	h := enginetest.New(t)
	gone := func(who string) []engine.NoticeInfo {
		t.Helper()
		deliverAll(t, h)
		list := ok[engine.NoticeList](t)(h.Notices(t.Context(), who))
		return slices.DeleteFunc(list.Items, func(n engine.NoticeInfo) bool { return n.Kind != machine.NoticeGone })
	}
	h.Publish(enginetest.Flow("pool", "contract").
		Approve("check", enginetest.By("post:finance", "person:"+luo)).
		Approve("both", enginetest.By("post:finance"), enginetest.Quorum(flow.QuorumAll)).
		End("end", flow.ResultApproved).Path("start", "check", "both", "end"))
	in := h.Start(lin, "pool", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	approve(t, h, luo, in)
	if told := gone(luo); len(told) != 0 {
		t.Errorf("who decided is told %+v", told)
	}
	for _, who := range []string{fang, fei} {
		told := gone(who)
		if len(told) != 1 || told[0].Title.EN != "Nothing left to do: Node check" || !strings.HasPrefix(told[0].Title.ZH, "不用再处理：") ||
			!strings.HasPrefix(told[0].Body.EN, "Luo Hui has decided this step. Flow pool · HT-") || !strings.HasPrefix(told[0].Body.ZH, "罗律师 已经处理了这一步。流程 pool · HT-") {
			t.Errorf("%s is told %+v", who, told)
		}
	}
	ok[engine.InstanceInfo](t)(h.DoWithInstance(t.Context(), admin, engine.Deed{Instance: in, Do: engine.DoSuspend, Comment: "wait"}))
	ok[engine.InstanceInfo](t)(h.Terminate(t.Context(), admin, in, "a mistake", ""))
	if told := gone(fei); len(told) != 2 || !slices.ContainsFunc(told, func(n engine.NoticeInfo) bool { return strings.HasPrefix(n.Body.EN, "Ada Admin ended the flow. ") }) {
		t.Errorf("Fei is told %+v", told)
	}
	if told := gone(lin); len(told) != 0 {
		t.Errorf("who submitted is told of the end, and besides %+v", told)
	}
}

// TestWhoIsAskedAgainAtOnceIsNotToldOtherwise: what goes and comes in one step is a task, and no more.
func TestWhoIsAskedAgainAtOnceIsNotToldOtherwise(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("again", "contract").
		Approve("first", enginetest.By("person:"+chen)).
		Approve("second", enginetest.By("post:finance"), enginetest.Quorum(flow.QuorumAll)).
		End("end", flow.ResultApproved).Path("start", "first", "second", "end"))
	in := h.Start(lin, "again", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	approve(t, h, chen, in)
	doWithTask(t, h, fei, engine.Deed{Task: h.TaskOf(fei, in), Do: engine.DoReturn, Node: "first", Comment: "no"})
	deliverAll(t, h)
	kinds := map[string][]machine.NoticeKind{}
	for _, who := range []string{chen, fang, fei} {
		for _, n := range ok[engine.NoticeList](t)(h.Notices(t.Context(), who)).Items {
			kinds[who] = append(kinds[who], n.Kind)
		}
	}
	want := map[string][]machine.NoticeKind{
		chen: {machine.NoticeTask, machine.NoticeTask}, fang: {machine.NoticeGone, machine.NoticeTask}, fei: {machine.NoticeTask},
	}
	if d := cmp.Diff(want, kinds); d != "" {
		t.Errorf("told (-want +got):\n%s", d)
	}
}

// TestANoticeKeepsAHiddenTitle: whoever takes over a request is told of its end, but not by a title that he may not see.
func TestANoticeKeepsAHiddenTitle(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("quiet", "contract").Form(map[string]record.Access{"title": record.Hidden}).
		Approve("check", enginetest.By("post:finance"), enginetest.See("title", "hidden")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	in := h.Start(lin, "quiet", h.Add(lin, "contract", values{"title": "Zanzibar lease"}), nil)
	ok[engine.HandedOver](t)(h.HandOver(t.Context(), admin, engine.HandOver{Person: lin, Successor: luo, Reason: "moves abroad"}))
	approve(t, h, fang, in)
	deliverAll(t, h)
	told := ok[engine.NoticeList](t)(h.Notices(t.Context(), luo))
	if len(told.Items) == 0 || told.Items[0].Kind != machine.NoticeEnd || told.Items[0].Title.EN != "Approved: Flow quiet" {
		t.Errorf("told %+v", told)
	}
}
