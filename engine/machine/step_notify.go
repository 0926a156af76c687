package machine

import (
	"strings"

	"flowline/engine/flow"
	"flowline/engine/record"
)

// notifyStep tells people and goes on; nobody to tell is no reason to stop.
type notifyStep struct{}

func (notifyStep) do(r *run, t Token, node *flow.Node) {
	settings := node.Action.Notify
	var facts record.Values
	if hasPlaces(settings) {
		var ok bool
		if facts, ok = r.facts(t); !ok {
			return
		}
	}
	people, ok := r.people(t, settings.To)
	if !ok {
		return
	}
	pairs := placesOf(r.g.Type(), r.g.Types(), facts)
	title, body := pairs.fill(settings.Title), pairs.fill(settings.Body)
	for _, p := range people {
		r.notice(Notice{To: p, Kind: NoticeFlow, Node: node.ID, Title: title, Body: body})
		r.tell(Entry{Type: EntryNotified, Node: node.ID, Activation: t.Activation, Person: p})
	}
	if len(people) == 0 {
		r.tell(Entry{Type: EntryNotified, Node: node.ID, Activation: t.Activation, Data: Data{Reason: incidentNobody}})
	}
	r.settled(t, OutcomeDone)
}

func hasPlaces(n *flow.Notify) bool {
	for _, s := range []string{n.Title.ZH, n.Title.EN, n.Body.ZH, n.Body.EN} {
		if strings.Contains(s, "{") {
			return true
		}
	}
	return false
}
