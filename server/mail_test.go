package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"flowline/engine/storetest"
	"flowline/server/config"
	"flowline/server/notify/notifytest"
)

// TestWhoIsAskedGetsAMailAtOnce: from submitting a contract to a mail with a link to the task.
func TestWhoIsAskedGetsAMailAtOnce(t *testing.T) {
	box := notifytest.Start(t, notifytest.Says{})
	a := started(t, seeded(t, storetest.SQLite(t)), func(c *appConfig) {
		c.PublicURL = "http://flowline.example.com/"
		c.Mail = config.Mail{Mail: fmt.Sprintf("smtp://127.0.0.1:%d?tls=none", box.Port), MailFrom: "Flowline <flowline@example.com>"}
	})
	li := signIn(t, "http://"+a.address, "li.na")
	li.send("POST", "/api/instances", object{"flow": "contract-approval", "record": bigContract(li).ID}, nil)
	toWang := func(m notifytest.Mail) bool { return slices.Contains(m.To, "wang.lei@example.com") }
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for !slices.ContainsFunc(box.All(), toWang) { // others hear of the new customer
		select {
		case <-box.Came():
		case <-ctx.Done():
			t.Fatalf("mail came: %+v", box.All())
		}
	}
	all := box.All()
	const softBreak = "=\r\n" // of quoted-printable
	mail := strings.ReplaceAll(all[slices.IndexFunc(all, toWang)].Raw, softBreak, "")
	if !strings.Contains(mail, "http://flowline.example.com/tasks/") {
		t.Errorf("no link to the task:\n%s", mail)
	}
}
