package api_test

import (
	"net/http"
	"net/url"
	"testing"

	"flowline/engine/enginetest"
	"flowline/engine/flow"
)

func mustURL(tb testing.TB, s string) *url.URL {
	tb.Helper()
	u, err := url.Parse(s)
	if err != nil {
		tb.Fatal(err)
	}
	return u
}

// TestRoles knocks at every door as everybody. What is compared is whether the door opens: 401 and 403 are closed.
func TestRoles(t *testing.T) {
	s := newSite(t)
	s.Publish(enginetest.Flow("two", "contract").
		Approve("check", enginetest.By("post:sales_manager")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	const open, closed = true, false
	type doors struct{ nobody, staff, keyUser, admin bool }
	var (
		everybody = doors{closed, open, open, open}
		drawing   = doors{closed, closed, open, open}
		running   = doors{closed, closed, closed, open}
	)
	cases := []struct {
		method, path string
		body         any
		who          doors
	}{
		{"PUT", "/api/session/language", object{"language": "en"}, everybody},
		{"GET", "/api/company", nil, everybody},
		{"GET", "/api/admin/people", nil, running},
		{"PUT", "/api/admin/people/p-new", object{"signIn": "?", "name": object{"en": "New"}, "role": "staff", "active": true}, running},
		{"PUT", "/api/admin/people/p-none/password", object{"password": "long enough"}, running},
		{"PUT", "/api/admin/departments/%21", object{"name": object{"en": "New"}}, running},
		{"PUT", "/api/admin/posts/%21", object{"name": object{"en": "New"}}, running},
		{"GET", "/api/record-types", nil, everybody},
		{"GET", "/api/records/contract", nil, everybody},
		{"POST", "/api/records/contract", object{"set": object{}}, everybody},
		{"GET", "/api/records/contract/none", nil, everybody},
		{"PATCH", "/api/records/contract/none", object{"revision": 1, "set": object{}}, everybody},
		{"GET", "/api/records/contract/none/flows", nil, everybody},
		{"POST", "/api/records/contract/none/preview", object{"set": object{}}, everybody},
		{"GET", "/api/flows", nil, everybody},
		{"POST", "/api/flows", object{"name": object{}, "record": "none"}, drawing},
		{"GET", "/api/templates", nil, drawing},
		{"GET", "/api/flows/two/draft", nil, drawing},
		{"PUT", "/api/flows/two/draft", object{"revision": 99, "definition": object{}}, drawing},
		{"GET", "/api/flows/none/draft/diagram.svg", nil, drawing},
		{"POST", "/api/flows/two/versions", object{"revision": 99, "note": "first"}, running},
		{"GET", "/api/flows/two/versions", nil, everybody},
		{"GET", "/api/flows/two/versions/1", nil, everybody},
		{"GET", "/api/flows/two/versions/99/diagram.svg", nil, everybody},
		{"PUT", "/api/flows/two/current", object{"version": 99}, running},
		{"POST", "/api/check", object{"definition": object{}}, drawing},
		{"POST", "/api/layout", object{"definition": object{}}, drawing},
		{"POST", "/api/rules/check", object{"record": "contract", "rule": "true"}, drawing},
		{"POST", "/api/preview", object{"flow": "two", "record": "none"}, everybody},
		{"POST", "/api/instances", object{"flow": "two", "record": "none"}, everybody},
		{"GET", "/api/instances", nil, everybody},
		{"GET", "/api/instances?scope=all", nil, running},
		{"GET", "/api/instances/none", nil, everybody},
		{"GET", "/api/instances/none/diagram.svg", nil, everybody},
		{"GET", "/api/instances/none/data", nil, everybody},
		{"POST", "/api/instances/none/choice", object{"take": []string{}}, everybody},
		{"GET", "/api/instances/none/thread", nil, everybody},
		{"POST", "/api/instances/none/thread", object{"words": "?"}, everybody},
		{"POST", "/api/instances/none/terminate", object{"reason": "why"}, running},
		{"POST", "/api/instances/none/incidents/i1/retry", object{"reason": "mended"}, running},
		{"POST", "/api/instances/none/incidents/i1/assign", object{"people": []string{"p-lin"}, "reason": "nobody there"}, running},
		{"GET", "/api/incidents", nil, running},
		{"GET", "/api/mails/lost", nil, running},
		{"POST", "/api/mails/lost/send", object{}, running},
		{"GET", "/api/tasks", nil, everybody},
		{"GET", "/api/unread", nil, everybody},
		{"POST", "/api/tasks/none/seen", nil, everybody},
		{"POST", "/api/copies/read", object{}, everybody},
		{"GET", "/api/instances?scope=copied", nil, everybody},
		{"GET", "/api/tasks/none", nil, everybody},
		{"POST", "/api/tasks/none/decision", object{"outcome": "approved"}, everybody},
		{"POST", "/api/files", "", everybody},
		{"GET", "/api/files/none", nil, everybody},
		{"GET", "/api/notices", nil, everybody},
		{"POST", "/api/notices/read", object{}, everybody},
	}
	people := map[string]*browser{
		"nobody": s.visitor(t, "en"), "staff": s.as(t, enginetest.Lin, "en"),
		"key user": s.as(t, enginetest.KeyUser, "en"), "admin": s.as(t, enginetest.Admin, "en"),
	}
	before := s.rows(t)
	for _, c := range cases {
		for who, want := range map[string]bool{"nobody": c.who.nobody, "staff": c.who.staff, "key user": c.who.keyUser, "admin": c.who.admin} {
			b := *people[who]
			b.tb = t
			got := b.do(c.method, c.path, c.body)
			opened := got.status != http.StatusUnauthorized && got.status != http.StatusForbidden
			if opened != want || got.status >= 500 {
				t.Errorf("%s %s as %s: %d %s", c.method, c.path, who, got.status, got.body)
			}
		}
	}
	if after := s.rows(t); before != after {
		t.Error("knocking changed something")
	}
}
