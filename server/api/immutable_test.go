package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/text"
)

// TestWhatIsPublishedNeverChanges tries every way to change a published version: by each method at its address, by what
// is done to its flow, through what the engine handed out, and in the store.
func TestWhatIsPublishedNeverChanges(t *testing.T) {
	s := newSite(t)
	first := s.Publish(enginetest.Flow("two", "contract").
		Approve("check", enginetest.By("post:sales_manager")).End("end", flow.ResultApproved).Path("start", "check", "end"))
	admin := s.as(t, enginetest.Admin, "en")
	const address = "/api/flows/two/versions/1"
	published := func() object {
		t.Helper()
		var v object
		admin.do(http.MethodGet, address, nil).into(&v)
		delete(v, "current") // which version runs is the flow's to say
		return v
	}
	before := published()
	same := func(after string) {
		t.Helper()
		if diff := cmp.Diff(before, published()); diff != "" {
			t.Fatalf("%s changed what is published (-before +after):\n%s", after, diff)
		}
	}

	other := *first.Definition
	other.Nodes = append([]flow.Node(nil), other.Nodes...)
	other.Nodes[1].Name = text.T("别的", "Another")
	document, err := other.Encode()
	if err != nil {
		t.Fatal(err)
	}
	bodies := []object{{"note": "another"}, {"definition": json.RawMessage(document)}, {"revision": 2, "note": "another", "definition": json.RawMessage(document)}}
	for _, method := range []string{http.MethodPut, http.MethodPatch, http.MethodPost, http.MethodDelete} {
		for _, path := range []string{address, address + "/definition", address + "/note", "/api/flows/two/versions", "/api/flows/two"} {
			for _, body := range bodies {
				if got := admin.do(method, path, body); got.status < 400 {
					t.Errorf("%s %s is answered %d %s", method, path, got.status, got.body)
				}
				same(method + " " + path)
			}
		}
	}

	draft, err := s.SaveDraft(t.Context(), enginetest.KeyUser, "two", 2, document)
	if err != nil {
		t.Fatal(err)
	}
	same("saving the draft")
	for _, number := range []int{2, 3} {
		if v, err := s.Engine.Publish(t.Context(), enginetest.Admin, "two", draft.Revision, strings.Repeat("more ", number)); err != nil || v.Number != number {
			t.Fatalf("published %d as %+v %v", number, v, err)
		}
		same("publishing the next")
	}
	if err := s.MakeCurrent(t.Context(), enginetest.Admin, "two", 1); err != nil {
		t.Fatal(err)
	}
	same("making it current")

	view, err := s.Version(t.Context(), enginetest.Admin, "two", 1)
	if err != nil {
		t.Fatal(err)
	}
	view.Definition.Nodes[1].Name = text.T("改", "Changed")
	view.Definition.Nodes[1].Action.Approve.By[0].Post = "general_manager"
	same("writing into what the engine handed out")
	id := s.Add(enginetest.Lin, "contract", object{"title": "Lease"})
	if s.TaskOf(enginetest.Chen, s.Start(enginetest.Lin, "two", id, nil)) == "" {
		t.Error("it no longer asks the sales manager")
	}

	stored, err := s.Store.Version(t.Context(), "two", 1)
	if err != nil {
		t.Fatal(err)
	}
	forged := engine.Version{Flow: "two", Number: 1, Note: "forged", Definition: other, PublishedAt: stored.PublishedAt, PublishedBy: "mallory", Current: true}
	for _, base := range []int64{0, 1, draft.Revision, draft.Revision + 1} {
		if n, err := s.Store.AddVersion(t.Context(), forged, base); err == nil && n < 4 {
			t.Errorf("the store took it for version %d", n)
		}
		same("adding it to the store again")
	}
	if err := s.Store.AddDraft(t.Context(), engine.Draft{Key: "two", Revision: 1, Definition: other, UpdatedBy: "mallory"}); err == nil {
		t.Error("its flow was begun again")
	}
	same("beginning its flow again")
}
