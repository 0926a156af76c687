package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"flowline/engine/storetest"
	"flowline/server/config"
	"flowline/server/notify/notifytest"
)

// TestWhoIsAskedGetsAMailAtOnce: from submitting a contract to a mail with a link to the task.
func TestWhoIsAskedGetsAMailAtOnce(t *testing.T) {
	box := notifytest.Start(t, nil)
	a := started(t, seeded(t, storetest.SQLite(t)), func(c *appConfig) {
		c.PublicURL = "http://flowline.example.com/"
		c.Mail = config.Mail{Mail: fmt.Sprintf("smtp://127.0.0.1:%d?tls=none", box.Port), MailFrom: "Flowline <flowline@example.com>"}
	})
	li := signIn(t, "http://"+a.address, "li.na")
	li.send("POST", "/api/instances", object{"flow": "contract-approval", "record": bigContract(li).ID}, nil)
	to, mails := box.All()
	for !slices.Contains(to, "wang.lei@example.com") { // others hear of the new customer
		select {
		case <-box.Came():
		case <-t.Context().Done():
			t.Fatalf("mail went to %v", to)
		}
		to, mails = box.All()
	}
	const softBreak = "=\r\n" // of quoted-printable
	mail := strings.ReplaceAll(mails[slices.Index(to, "wang.lei@example.com")], softBreak, "")
	if !strings.Contains(mail, "http://flowline.example.com/tasks/") {
		t.Errorf("no link to the task:\n%s", mail)
	}
}
