package main

import (
	"context"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"flowline/assets"
	"flowline/engine/storetest"
	"flowline/server/auth"
	"flowline/server/config"
	"flowline/server/sample"
)

// seeded is a database with the sample company in it.
func seeded(tb testing.TB, address string) string {
	tb.Helper()
	s, err := openStore(tb.Context(), address)
	if err != nil {
		tb.Fatal(err)
	}
	loader := sample.Loader{Store: s, Records: assets.Records(), Flows: assets.Flows(), Password: "flowline", Hash: auth.NewPasswords().Hash}
	if _, err := loader.Load(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	return address
}

// started is the whole program over a seeded database, with settings changed by more; it is closed with the test.
func started(tb testing.TB, address string, more ...func(*appConfig)) *app {
	tb.Helper()
	c := appConfig{
		Database: config.Database{Database: address},
		Server:   config.Server{Listen: "127.0.0.1:0", Session: time.Hour, TimeZone: "Asia/Shanghai", Grace: 10 * time.Second},
		Log:      slog.New(slog.DiscardHandler),
	}
	for _, set := range more {
		set(&c)
	}
	a, err := Open(tb.Context(), c)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := a.Close(); err != nil {
			tb.Error(err)
		}
	})
	return a
}

type (
	page[T any] struct {
		Items []T
		Total int
	}
	recordView struct {
		ID, Number, LockedBy string
		Revision             int64
		Values               object
	}
	taskInfo struct {
		ID, Instance, Node string
	}
	instanceView struct {
		ID, Status string
		Revision   int64
		Timeline   []struct{ Type, By string }
		MyTasks    []string
	}
)

// bigContract makes one of li.na's contracts the kind that everybody has to look at: over 100 000, two years, and a
// customer whose credit score is 65.
func bigContract(li *browser) recordView {
	li.tb.Helper()
	var customer, contract struct{ recordView }
	li.send("POST", "/api/records/customer", object{"set": object{
		"name": "Shaky Trading Ltd.", "credit_score": "65", "region": "shanghai", "industry": "electronics", "account_owner": "li-na",
	}}, &customer)
	li.send("POST", "/api/records/contract", object{"set": object{
		"title": "A contract for everybody", "customer": customer.ID, "amount": "120000.00", "term_months": "24", "payment_terms": "net30",
	}}, &contract)
	return contract.recordView
}

// TestContractApproval is the main job over HTTP and websocket: submitted by one, signed by four, watched live.
func TestContractApproval(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		a := started(t, seeded(t, fresh(t)))
		base := "http://" + a.address
		li := signIn(t, base, "li.na")
		contract := bigContract(li)

		signers := []struct {
			name, id string
			fills    object
		}{
			{"wang.lei", "wang-lei", nil},
			{"zhou.ting", "zhou-ting", object{"finance_opinion": "Sound."}},
			{"zheng.kai", "zheng-kai", object{"legal_opinion": "Lawful."}},
			{"chen.zhiyuan", "chen-zhiyuan", nil},
		}
		browsers, inboxes := map[string]*browser{}, map[string]socket{}
		for _, s := range signers {
			browsers[s.name] = signIn(t, base, s.name)
			inboxes[s.name] = browsers[s.name].follow("inbox:" + s.id)
		}
		var preview struct {
			Steps []struct {
				Type   string
				People []struct{ ID string }
			}
		}
		li.send("POST", "/api/preview", object{"flow": "contract-approval", "record": contract.ID}, &preview)
		var ahead []string
		for _, step := range preview.Steps {
			for _, p := range step.People {
				ahead = append(ahead, p.ID)
			}
		}
		if want := []string{"wang-lei", "zhou-ting", "zheng-kai", "chen-zhiyuan"}; !slices.Equal(ahead, want) {
			t.Fatalf("before submitting, li.na sees %v, want %v", ahead, want)
		}
		var instance instanceView
		li.send("POST", "/api/instances", object{"flow": "contract-approval", "record": contract.ID}, &instance)
		watch := li.follow("instance:" + instance.ID)
		var record recordView
		li.get("/api/records/contract/"+contract.ID, &record)
		if record.LockedBy != instance.ID {
			t.Errorf("the record is locked by %q", record.LockedBy)
		}
		for i, s := range signers {
			inboxes[s.name].hear("inbox:" + s.id)
			b := browsers[s.name]
			var tasks page[taskInfo]
			b.get("/api/tasks", &tasks)
			if tasks.Total != 1 || tasks.Items[0].Instance != instance.ID {
				t.Fatalf("%s has %d tasks", s.name, tasks.Total)
			}
			task := "/api/tasks/" + tasks.Items[0].ID
			var view struct{ RecordView struct{ Values object } }
			b.get(task, &view)
			if _, sees := view.RecordView.Values["cost"]; s.name == "zheng.kai" && sees {
				t.Error("legal sees the cost, which is hidden there")
			}
			b.send("POST", task+"/decision", object{"outcome": "approved", "comment": "Fine with me.", "set": s.fills}, nil)
			watch.hear("instance:" + instance.ID)
			if status, raw, err := b.try("POST", task+"/decision", object{"outcome": "approved"}); status != http.StatusConflict || err != nil || !strings.Contains(string(raw), "already") {
				t.Errorf("%s decides twice: %d %v %s", s.name, status, err, raw)
			}
			li.get("/api/instances/"+instance.ID, &instance)
			if running := i < len(signers)-1; running != (instance.Status == "running") {
				t.Errorf("after %s the instance is %s", s.name, instance.Status)
			}
		}
		record = recordView{}
		li.get("/api/records/contract/"+contract.ID, &record)
		if instance.Status != "approved" || record.LockedBy != "" || record.Values["status"] != "approved" || record.Values["legal_opinion"] != "Lawful." {
			t.Errorf("in the end: instance %s, record %+v", instance.Status, record)
		}
		told(t, li, instance.ID)
		for _, path := range []string{"/api/instances/" + instance.ID + "/diagram.svg?lang=en", "/api/flows/contract-approval/versions/1/diagram.svg?lang=zh-CN&lanes=true"} {
			if status, raw, err := li.try("GET", path, nil); status != 200 || err != nil || !strings.Contains(string(raw), "<svg") {
				t.Errorf("%s: %d %v", path, status, err)
			}
		}
		outsider := signIn(t, base, "sun.hao").follow()
		if err := outsider.WriteJSON(object{"op": "subscribe", "topic": "instance:" + instance.ID}); err != nil {
			t.Fatal(err)
		}
		if m := outsider.hear("instance:" + instance.ID); m.Problem == nil || m.Revision != 0 {
			t.Errorf("an outsider follows the instance: %+v", m)
		}
	})
}

// told waits until the submitter's bell says that the instance ended. The outbox delivers it after the last decision.
func told(t *testing.T, li *browser, instance string) {
	t.Helper()
	bell := li.follow("inbox:li-na")
	for {
		var notices struct {
			Items []struct{ Kind, Instance string }
		}
		li.get("/api/notices", &notices)
		for _, n := range notices.Items {
			if n.Kind == "end" && n.Instance == instance {
				return
			}
		}
		bell.hear("inbox:li-na")
	}
}

func TestAForeignPageOpensNoWebsocket(t *testing.T) {
	a := started(t, seeded(t, storetest.SQLite(t)))
	li := signIn(t, "http://"+a.address, "li.na")
	for name, c := range map[string]struct {
		jar    http.CookieJar
		origin string
		status int
		reason string
	}{
		"a foreign page": {li.client.Jar, "https://evil.example", 403, "request_not_from_here"},
		"nobody":         {nil, "http://" + a.address, 401, "not_signed_in"},
	} {
		t.Run(name, func(t *testing.T) {
			d := websocket.Dialer{Jar: c.jar}
			conn, res, err := d.Dial("ws://"+a.address+"/api/live", http.Header{"Origin": {c.origin}})
			if err == nil {
				_ = conn.Close()
				t.Fatal("it was let in")
			}
			body := make([]byte, 1024)
			n, _ := res.Body.Read(body)
			if res.StatusCode != c.status || res.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(string(body[:n]), c.reason) {
				t.Errorf("%d %s %s", res.StatusCode, res.Header.Get("Content-Type"), body[:n])
			}
		})
	}
}

// TestCloseFinishesWhatIsUnderWay: websockets are told, and nothing is left open.
func TestCloseFinishesWhatIsUnderWay(t *testing.T) {
	address := seeded(t, storetest.SQLite(t))
	a, err := Open(t.Context(), appConfig{
		Database: config.Database{Database: address},
		Server:   config.Server{Listen: "127.0.0.1:0", Session: time.Hour, TimeZone: "UTC", Grace: 10 * time.Second},
		Log:      slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	li := signIn(t, "http://"+a.address, "li.na")
	live := li.follow("instances")
	began := time.Now()
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("closing took %v", took)
	}
	if _, _, err := live.ReadMessage(); !websocket.IsCloseError(err, websocket.CloseGoingAway) {
		t.Errorf("the websocket ended with %v", err)
	}
	if _, _, err := li.try("GET", "/api/tasks", nil); err == nil {
		t.Error("it still answers")
	}
	if err := a.store.Ping(context.Background()); err == nil {
		t.Error("the database is still open")
	}
}
