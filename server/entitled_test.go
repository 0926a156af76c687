package main

import (
	"fmt"
	"testing"
	"time"

	"flowline/engine/org"
	"flowline/engine/storetest"
)

// TestWhoLosesARightHearsNoMore: the general manager follows a request of li.na's because she stands below him. Moved
// away from under him while his page is open, she goes on writing beside the request, and he soon hears nothing of it.
func TestWhoLosesARightHearsNoMore(t *testing.T) {
	a := started(t, seeded(t, storetest.SQLite(t)))
	base := "http://" + a.address
	li := signIn(t, base, "li.na")
	var instance instanceView
	li.send("POST", "/api/instances", object{"flow": "contract-approval", "record": bigContract(li).ID}, &instance)
	topic := "thread:" + instance.ID
	chen := signIn(t, base, "chen.zhiyuan").follow(topic)
	said := 0
	write := func() {
		t.Helper()
		said++
		li.send("POST", "/api/instances/"+instance.ID+"/thread", object{"words": fmt.Sprint("message ", said)}, nil)
	}
	write()
	if m := chen.hear(topic); m.Revision == 0 {
		t.Fatalf("while she is below him he hears %+v", m)
	}

	company, _, err := a.store.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var moved org.Person
	for _, p := range company.People {
		if p.ID == "li-na" {
			moved = p
		}
	}
	moved.Manager, moved.Department = "", ""
	if _, err := a.engine.SavePerson(t.Context(), "he-yong", moved); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(15 * time.Second); ; {
		write()
		m, err := chen.next(topic, 5*time.Second)
		if err != nil {
			t.Fatal(err)
		}
		if m.Problem != nil {
			if m.Problem.Reason != "no_such_instance" {
				t.Errorf("he is told %s", m.Problem.Reason)
			}
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("he hears of it for good")
		}
	}
	write()
	if err := chen.WriteJSON(object{"op": "subscribe", "topic": "inbox:chen-zhiyuan"}); err != nil {
		t.Fatal(err)
	}
	var next heard
	if err := chen.ReadJSON(&next); err != nil || next.Topic != "inbox:chen-zhiyuan" {
		t.Errorf("the next that he hears is %+v %v", next, err)
	}
}
