package storetest

import (
	"testing"

	"flowline/engine"
)

// Run checks all that a store promises. Open gives a fresh, empty store each time.
func Run(t *testing.T, open func(testing.TB) engine.Store) {
	for _, part := range []struct {
		name  string
		tests map[string]func(*testing.T, engine.Store)
	}{
		{"people", peopleTests},
		{"sessions", sessionTests},
		{"flows", flowTests},
		{"types", typeTests},
		{"values", valueTests},
		{"records", recordTests},
		{"lists", listTests},
		{"instances", instanceTests},
		{"commits", commitTests},
		{"proposals", proposalTests},
		{"at once", concurrencyTests},
		{"timers", timerTests},
		{"outbox", outboxTests},
		{"urges", urgeTests},
		{"mails", mailTests},
		{"inbox", inboxTests},
		{"messages", messageTests},
		{"files", fileTests},
		{"task drafts", taskDraftTests},
		{"start drafts", startDraftTests},
		{"deadlines", deadlineTests},
	} {
		t.Run(part.name, func(t *testing.T) {
			for name, test := range part.tests {
				t.Run(name, func(t *testing.T) { test(t, open(t)) })
			}
		})
	}
}
