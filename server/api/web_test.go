package api_test

import (
	"net/http"
	"strings"
	"testing"

	"flowline/engine/enginetest"
	"flowline/server/api"
)

func TestTheWebAppIsHandedOut(t *testing.T) {
	s := newSite(t)
	b := s.visitor(t, "en")
	b.client.Transport.(*http.Transport).DisableCompression = true
	for _, c := range []struct {
		path, typ, cache string
		status           int
	}{
		{"/", "text/html; charset=utf-8", "no-cache", 200},
		{"/index.html", "text/html; charset=utf-8", "no-cache", 200},
		{"/flows/contract-approval/draft", "text/html; charset=utf-8", "no-cache", 200},
		{"/assets/app-1a2.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", 200},
		{"/assets/app-old.js", "application/problem+json", "", 404},
		{"/.keep", "text/html; charset=utf-8", "no-cache", 200},
		{"/../../etc/passwd", "text/html; charset=utf-8", "no-cache", 200},
		{"/docs", "text/html; charset=utf-8", "no-cache", 200},
		{"/openapi.json", "application/openapi+json", "no-cache", 200},
		{"/api/session", "application/json", "no-store", 200},
	} {
		got := b.do("GET", c.path, nil)
		if got.status != c.status || got.header.Get("Content-Type") != c.typ || got.header.Get("Cache-Control") != c.cache {
			t.Errorf("%s: %d %s %q", c.path, got.status, got.header.Get("Content-Type"), got.header.Get("Cache-Control"))
		}
		for header, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
			"Content-Security-Policy": "frame-ancestors 'none'",
		} {
			if !strings.Contains(got.header.Get(header), want) {
				t.Errorf("%s: %s is %q", c.path, header, got.header.Get(header))
			}
		}
		if strings.Contains(got.header.Get("Content-Security-Policy"), "script-src 'self' 'unsafe-inline'") {
			t.Errorf("%s: scripts in the page are allowed", c.path)
		}
	}
	plain := b.do("GET", "/assets/app-1a2.js", nil)
	b.header = http.Header{"Accept-Encoding": {"gzip"}}
	squeezed := b.do("GET", "/assets/app-1a2.js", nil)
	if squeezed.header.Get("Content-Encoding") != "gzip" || len(squeezed.body) >= len(plain.body) {
		t.Errorf("not squeezed: %d bytes of %d", len(squeezed.body), len(plain.body))
	}
}

func TestADiagramMayLoadAndRunNothing(t *testing.T) {
	s := newSite(t)
	s.Publish(enginetest.Flow("two", "contract").Approve("check", enginetest.By("post:sales_manager")).
		End("end", "approved").Path("start", "check", "end"))
	b := s.as(t, enginetest.Lin, "en")
	got := b.do("GET", "/api/flows/two/versions/1/diagram.svg?lang=en&lanes=true", nil)
	if got.status != 200 || got.header.Get("Content-Type") != "image/svg+xml; charset=utf-8" || !strings.Contains(string(got.body), "<svg") {
		t.Fatalf("%d %s %.100s", got.status, got.header.Get("Content-Type"), got.body)
	}
	if policy := got.header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'") || !strings.Contains(policy, "sandbox") {
		t.Errorf("its policy is %q", policy)
	}
}

func TestTheDocsNameEveryOperation(t *testing.T) {
	s := newSite(t)
	page := string(s.visitor(t, "en").do("GET", "/docs", nil).body)
	for _, want := range []string{`id="decideTask"`, `id="saveDraft"`, `href="#InstanceView"`, "/api/tasks/{id}/decision", "Idempotency-Key"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "https://") {
		t.Error("the page loads something")
	}
}

func TestNothingIsNull(t *testing.T) {
	if strings.Contains(string(api.Document("test")), `"null"`) {
		t.Error("the document promises nulls")
	}
	s := newSite(t)
	s.Publish(enginetest.Flow("two", "contract").Approve("check", enginetest.By("post:sales_manager")).
		End("end", "approved").Path("start", "check", "end"))
	id := s.Add(enginetest.Lin, "contract", object{"title": "Lease"})
	instance := s.Start(enginetest.Lin, "two", id, nil)
	task := s.TaskOf(enginetest.Chen, instance)
	for who, paths := range map[string][]string{
		enginetest.Lin:     {"/api/company", "/api/record-types", "/api/records/contract", "/api/records/contract/" + id, "/api/records/contract/" + id + "/flows", "/api/flows", "/api/instances", "/api/instances/" + instance, "/api/notices", "/api/tasks?state=done"},
		enginetest.Chen:    {"/api/tasks", "/api/tasks/" + task, "/api/instances?scope=involved&status=running&status=faulted"},
		enginetest.KeyUser: {"/api/templates", "/api/flows/two/draft"},
		enginetest.Admin:   {"/api/admin/people", "/api/incidents", "/api/mails/lost", "/api/flows/two/versions", "/api/flows/two/versions/1", "/api/instances?scope=all&incident=true"},
	} {
		b := s.as(t, who, "en")
		for _, path := range paths {
			if got := b.do("GET", path, nil); got.status != 200 || strings.Contains(strings.ReplaceAll(string(got.body), `"values":{"`, ""), ":null") {
				t.Errorf("%s: %d %s", path, got.status, got.body)
			}
		}
	}
}

func TestHealth(t *testing.T) {
	s := newSite(t)
	b := s.visitor(t, "en")
	for _, path := range []string{"/healthz", "/readyz"} {
		if got := b.do("GET", path, nil); got.status != 200 {
			t.Errorf("%s: %d", path, got.status)
		}
	}
	if err := s.Store.Close(); err != nil {
		t.Fatal(err)
	}
	if p := b.do("GET", "/readyz", nil).problem(); p.Status != 503 || p.Reason != "not_ready" {
		t.Errorf("without a database: %+v", p)
	}
	if got := b.do("GET", "/healthz", nil); got.status != 200 {
		t.Errorf("the program itself is well: %d", got.status)
	}
}
