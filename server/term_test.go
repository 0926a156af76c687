package main

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"flowline/engine/storetest"
)

// TestTermFinishesWhatIsUnderWay tells the program to stop while a submission is being sent. It takes no new connection,
// but the submission is done and answered; after a new start it is there, once, and so is everything else.
func TestTermFinishesWhatIsUnderWay(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		address := seeded(t, fresh(t))
		p := run(t, address)
		li := signIn(t, p.base, "li.na")
		contract := bigContract(li)
		body, err := json.Marshal(object{"flow": "contract-approval", "record": contract.ID})
		if err != nil {
			t.Fatal(err)
		}
		sent, rest := io.Pipe()
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, li.base+"/api/instances", sent)
		if err != nil {
			t.Fatal(err)
		}
		req.Header = http.Header{"Content-Type": {"application/json"}, "X-Csrf-Token": {li.csrf}, "Idempotency-Key": {"under-way"},
			"Expect": {"100-continue"}} // the body is read, and so sent, once the program has begun with the request
		patient := http.DefaultTransport.(*http.Transport).Clone()
		patient.ExpectContinueTimeout = time.Minute
		client := *li.client
		client.Transport = patient
		type outcome struct {
			status int
			body   []byte
			err    error
		}
		answered := make(chan outcome, 1)
		go func() {
			res, err := client.Do(req)
			if err != nil {
				answered <- outcome{err: err}
				return
			}
			defer res.Body.Close()
			raw, err := io.ReadAll(res.Body)
			answered <- outcome{res.StatusCode, raw, err}
		}()
		if _, err := rest.Write(body[:len(body)/2]); err != nil { // the request has begun
			t.Fatal(err)
		}
		if err := p.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		noMoreComeIn(t, strings.TrimPrefix(p.base, "http://"))
		if _, err := rest.Write(body[len(body)/2:]); err != nil {
			t.Fatal(err)
		}
		if err := rest.Close(); err != nil {
			t.Fatal(err)
		}
		got := <-answered
		var instance instanceView
		if got.err != nil || got.status != http.StatusOK && got.status != http.StatusCreated || json.Unmarshal(got.body, &instance) != nil {
			t.Fatalf("what was under way is answered %d %v %s", got.status, got.err, got.body)
		}
		if err := p.Wait(); err != nil {
			t.Errorf("it ended with %v", err)
		}

		p = run(t, address)
		li.base = p.base
		var all page[instanceView]
		li.get("/api/instances?flow=contract-approval", &all)
		if all.Total != 1 || all.Items[0].ID != instance.ID {
			t.Errorf("after the stop there are %+v", all)
		}
		var tasks page[taskInfo]
		signIn(t, p.base, "wang.lei").get("/api/tasks", &tasks)
		if tasks.Total != 1 || tasks.Items[0].Instance != instance.ID {
			t.Errorf("wang.lei has %+v", tasks)
		}
	})
}

// noMoreComeIn waits until nobody listens at an address any longer.
func noMoreComeIn(t *testing.T, address string) {
	t.Helper()
	deadline := time.Now().Add(15 * time.Second)
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for range tick.C {
		conn, err := net.DialTimeout("tcp", address, time.Second)
		if err != nil {
			return
		}
		_ = conn.Close()
		if time.Now().After(deadline) {
			t.Fatal("told to stop, it still listens")
		}
	}
}
