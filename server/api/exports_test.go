package api_test

import (
	"net/http"
	"strings"
	"testing"

	"flowline/engine/enginetest"
)

// A list comes as a file that Excel opens, in the reader's language, and is refused in words like the list itself.
func TestAListIsAFile(t *testing.T) {
	s := newSite(t)
	s.Add(enginetest.Lin, "contract", object{"title": "=1+1", "amount": "5"})
	s.Add(enginetest.Wu, "contract", object{"title": "somebody else's"})
	lin := s.as(t, enginetest.Lin, "en")
	got := lin.do(http.MethodGet, "/api/exports/records/contract?filter=amount:gt:1", nil)
	if got.status != http.StatusOK || got.header.Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Fatalf("%d %v: %s", got.status, got.header, got.body)
	}
	if name := got.header.Get("Content-Disposition"); !strings.Contains(name, "attachment") || !strings.Contains(name, "Contract-") {
		t.Errorf("it is called %s", name)
	}
	file := string(got.body)
	if !strings.HasPrefix(file, "\ufeffNumber,Title,") || !strings.Contains(file, ",'=1+1,") || strings.Contains(file, "somebody") {
		t.Errorf("the file: %s", file)
	}
	for _, list := range []string{"/api/exports/tasks?state=done", "/api/exports/instances?scope=mine"} {
		if got := s.as(t, enginetest.Lin, "zh-CN").do(http.MethodGet, list, nil); got.status != http.StatusOK || !strings.HasPrefix(string(got.body), "\ufeff编号,名称,") {
			t.Errorf("%s: %d %s", list, got.status, got.body)
		}
	}
	if got := lin.do(http.MethodGet, "/api/exports/records/contract?filter=nonsense", nil); got.status != http.StatusUnprocessableEntity || !strings.Contains(string(got.body), "filter_invalid") {
		t.Errorf("a bad filter: %d %s", got.status, got.body)
	}
	if got := lin.do(http.MethodGet, "/api/exports/instances?scope=all", nil); got.status != http.StatusForbidden {
		t.Errorf("everybody's: %d %s", got.status, got.body)
	}
	if got := s.visitor(t, "en").do(http.MethodGet, "/api/exports/tasks", nil); got.status != http.StatusUnauthorized {
		t.Errorf("a visitor: %d", got.status)
	}
}
