package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/text"
)

func allOf(typ string) engine.RecordsAsked { return engine.RecordsAsked{Type: typ, Limit: 200} }

var everyInstance = engine.InstancesAsked{Scope: engine.ScopeAll, Limit: 200}

type object = map[string]any

// badInput is one request that has to be refused, and how.
type badInput struct {
	who    string // person id; empty: nobody
	method string
	path   string
	body   any
	header http.Header

	status int
	reason string
	place  string // path of one of the errors; empty: not looked at
	says   [2]string
}

// TestBadInput sends what people, programs and attackers send. Each is answered by a problem in the reader's language
// that says what to do, and changes nothing.
func TestBadInput(t *testing.T) {
	s := newSite(t)
	s.Publish(enginetest.Flow("two", "contract").
		Approve("check", enginetest.By("post:sales_manager"), enginetest.See("opinion", "edit")).
		End("end", flow.ResultApproved).Path("start", "check", "end"))
	contract := s.Add(enginetest.Lin, "contract", object{"title": "Lease", "amount": "120000.00"})
	locked := s.Add(enginetest.Lin, "contract", object{"title": "Lease of secret-warehouse"})
	running := s.Start(enginetest.Lin, "two", locked, nil)
	task := s.TaskOf(enginetest.Chen, running)
	decided := s.TaskOf(enginetest.Chen, s.Start(enginetest.Lin, "two", s.Add(enginetest.Lin, "contract", object{"title": "Old"}), nil))
	if _, err := s.Decide(t.Context(), enginetest.Chen, engine.Verdict{Task: decided, Outcome: "approved"}); err != nil {
		t.Fatal(err)
	}
	draft, err := s.Draft(t.Context(), enginetest.KeyUser, "two")
	if err != nil {
		t.Fatal(err)
	}
	save := func(revision int64, definition any) object {
		return object{"revision": revision, "definition": definition}
	}
	good := draft.Definition
	sound, err := good.Encode()
	if err != nil {
		t.Fatal(err)
	}
	changed := func(change func(d object)) object {
		var d object
		if err := json.Unmarshal(sound, &d); err != nil {
			t.Fatal(err)
		}
		change(d)
		return d
	}
	drawn := func(key string, change func(d object)) {
		d := changed(func(d object) { d["key"] = key; change(d) })
		document, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.NewFlow(t.Context(), enginetest.KeyUser, engine.NewFlow{Key: key, Name: text.T(key, key), Record: "contract"}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.SaveDraft(t.Context(), enginetest.KeyUser, key, 1, document); err != nil {
			t.Fatal(err)
		}
	}
	drawn("dangling", func(d object) {
		d["edges"] = append(d["edges"].([]any), object{"id": "e99", "from": "check", "to": "nowhere"})
	})
	drawn("circle", func(d object) {
		d["nodes"] = []object{{"id": "start", "kind": "start"}, {"id": "a", "kind": "decision"}, {"id": "b", "kind": "decision"}}
		d["edges"] = []object{{"id": "e1", "from": "start", "to": "a"}, {"id": "e2", "from": "a", "to": "b", "default": true}, {"id": "e3", "from": "b", "to": "a", "default": true}}
	})
	cases := map[string]badInput{
		"an unknown field of a flow": {who: enginetest.KeyUser, method: "PUT", path: "/api/flows/two/draft",
			body: save(draft.Revision, changed(func(d object) { d["colour"] = "red" })), status: 422, place: "colour"},
		"an unknown field of a body": {who: enginetest.Lin, method: "POST", path: "/api/instances",
			body: object{"flow": "two", "record": contract, "colour": "red"}, status: 422, reason: "input_invalid", place: "colour",
			says: [2]string{"没有这个字段", "there is no such field"}},
		"an unknown field of a record": {who: enginetest.Lin, method: "POST", path: "/api/records/contract",
			body: object{"set": object{"title": "x", "colour": "red"}}, status: 422, reason: "bad_values", place: "colour"},
		"a wrong type in a record": {who: enginetest.Lin, method: "POST", path: "/api/records/contract",
			body: object{"set": object{"title": "x", "amount": "lots"}}, status: 422, reason: "bad_values", place: "amount"},
		"a wrong type in a body": {who: enginetest.Lin, method: "PATCH", path: "/api/records/contract/" + contract,
			body: object{"revision": "one", "set": object{}}, status: 422, reason: "input_invalid", place: "revision",
			says: [2]string{"应为整数", "should be a whole number"}},
		"a missing field of a body": {who: enginetest.Lin, method: "PATCH", path: "/api/records/contract/" + contract,
			body: object{"set": object{}}, status: 422, reason: "input_invalid", says: [2]string{"缺少 revision", "revision is missing"}},
		"a wrong type in a flow": {who: enginetest.KeyUser, method: "PUT", path: "/api/flows/two/draft",
			body: save(draft.Revision, changed(func(d object) { d["nodes"] = "many" })), status: 422},
		"publishing a dangling edge": {who: enginetest.Admin, method: "POST", path: "/api/flows/dangling/versions",
			body: object{"revision": 2, "note": "first"}, status: 422, reason: "flow_has_problems", says: [2]string{"dangling", "dangling"}},
		"publishing an endless circle": {who: enginetest.Admin, method: "POST", path: "/api/flows/circle/versions",
			body: object{"revision": 2, "note": "first"}, status: 422, reason: "flow_has_problems"},
		"a version without a note": {who: enginetest.Admin, method: "POST", path: "/api/flows/circle/versions",
			body: object{"revision": 2, "note": " "}, status: 422, reason: "bad_input"},
		"a comment that turns the direction of writing": {who: enginetest.Chen, method: "POST", path: "/api/tasks/" + task + "/decision",
			body: object{"outcome": "rejected", "comment": "a\u202eb"}, status: 422},
		"a flow of 1 000 nodes": {who: enginetest.KeyUser, method: "PUT", path: "/api/flows/two/draft",
			body: save(draft.Revision, manyNodes(1000)), status: 422},
		"control characters in a flow": {who: enginetest.KeyUser, method: "PUT", path: "/api/flows/two/draft",
			body: save(draft.Revision, changed(func(d object) { d["name"] = object{"en": "a\x00b"} })), status: 422},
		"control characters in a comment": {who: enginetest.Chen, method: "POST", path: "/api/tasks/" + task + "/decision",
			body: object{"outcome": "rejected", "comment": "a\x1bb"}, status: 422},
		"control characters in a record": {who: enginetest.Lin, method: "POST", path: "/api/records/contract",
			body: object{"set": object{"title": "a\x07b"}}, status: 422, reason: "bad_values", place: "title"},
		"script in the name of a flow": {who: enginetest.KeyUser, method: "PUT", path: "/api/flows/two/draft",
			body: save(draft.Revision, changed(func(d object) { d["name"] = object{"en": "<script>alert(1)</script>"} })), status: 422, reason: "bad_flow", place: "name.en",
			says: [2]string{"把它去掉", "take it out"}},
		"script in a version's note": {who: enginetest.Admin, method: "POST", path: "/api/flows/circle/versions",
			body: object{"revision": 2, "note": "<img src=x onerror=alert(1)>"}, status: 422, reason: "bad_input", place: "note", says: [2]string{"去掉", "take it out"}},
		"script in a record": {who: enginetest.Lin, method: "POST", path: "/api/records/contract",
			body: object{"set": object{"title": "<svg/onload=alert(1)>"}}, status: 422, reason: "bad_values", place: "title", says: [2]string{"去掉", "take it out"}},
		"script in a person's name": {who: enginetest.Admin, method: "PUT", path: "/api/admin/people/" + enginetest.Lin,
			body: object{"signIn": "lin", "name": object{"en": "<b>Lin</b>"}, "role": "staff", "active": true}, status: 422, place: "name", says: [2]string{"去掉", "take it out"}},
		"a stale revision of a draft": {who: enginetest.KeyUser, method: "PUT", path: "/api/flows/two/draft",
			body: save(draft.Revision-1, good), status: 409, reason: "draft_moved_on"},
		"a stale revision of a record": {who: enginetest.Lin, method: "PATCH", path: "/api/records/contract/" + contract,
			body: object{"revision": 99, "set": object{"title": "y"}}, status: 409, reason: "record_moved_on"},
		"a stale revision when publishing": {who: enginetest.Admin, method: "POST", path: "/api/flows/two/versions",
			body: object{"revision": 99, "note": "first"}, status: 409, reason: "draft_moved_on"},
		"a task that is already decided": {who: enginetest.Chen, method: "POST", path: "/api/tasks/" + decided + "/decision",
			body: object{"outcome": "rejected", "comment": "no"}, status: 409, reason: "task_already_decided", says: [2]string{"陈经理", "Chen Wei"}},
		"a record that is locked": {who: enginetest.Lin, method: "PATCH", path: "/api/records/contract/" + locked,
			body: object{"revision": 2, "set": object{"title": "y"}}, status: 409},
		"a forged id of somebody else's record": {who: enginetest.Luo, method: "GET", path: "/api/records/contract/" + contract, status: 404},
		"changing somebody else's record": {who: enginetest.Luo, method: "PATCH", path: "/api/records/contract/" + contract,
			body: object{"revision": 1, "set": object{"title": "mine"}}, status: 404},
		"a record that is not there": {who: enginetest.Lin, method: "GET", path: "/api/records/contract/forged", status: 404},
		"submitting somebody else's record": {who: enginetest.Luo, method: "POST", path: "/api/instances",
			body: object{"flow": "two", "record": contract}, status: 404},
		"somebody else's instance": {who: enginetest.Luo, method: "GET", path: "/api/instances/" + running, status: 404},
		"somebody else's task": {who: enginetest.Luo, method: "POST", path: "/api/tasks/" + task + "/decision",
			body: object{"outcome": "approved"}, status: 404},
		"a diagram of somebody else's instance": {who: enginetest.Luo, method: "GET", path: "/api/instances/" + running + "/diagram.svg", status: 404},
		"a wrong password": {method: "POST", path: "/api/session", body: object{"signIn": "lin", "password": "guess"},
			status: 401, reason: "wrong_sign_in"},
		"a name that nobody has": {method: "POST", path: "/api/session", body: object{"signIn": "mallory", "password": "guess"},
			status: 401, reason: "wrong_sign_in"},
		"somebody who left": {method: "POST", path: "/api/session", body: object{"signIn": "departed", "password": password},
			status: 401, reason: "wrong_sign_in"},
		"not signed in": {method: "GET", path: "/api/tasks", status: 401, reason: "not_signed_in"},
		"10 MB":         {who: enginetest.KeyUser, method: "POST", path: "/api/check", body: strings.Repeat("a", 10_000_000), status: 413, reason: "too_large"},
		"a flow of 3 MB": {who: enginetest.KeyUser, method: "POST", path: "/api/check",
			body: object{"definition": changed(func(d object) { d["description"] = object{"en": strings.Repeat("a", 3_000_000)} })}, status: 422},
		"broken JSON":     {who: enginetest.Lin, method: "POST", path: "/api/instances", body: `{"flow":`, status: 400, reason: "malformed"},
		"no JSON at all":  {who: enginetest.Lin, method: "POST", path: "/api/instances", body: "flow=two", status: 400, reason: "malformed"},
		"bytes no text":   {who: enginetest.Lin, method: "POST", path: "/api/instances", body: "{\"flow\":\"\xff\xfe\"}", status: 400, reason: "malformed"},
		"nothing at all":  {who: enginetest.Lin, method: "POST", path: "/api/instances", status: 400, reason: "malformed"},
		"two JSON values": {who: enginetest.Lin, method: "POST", path: "/api/instances", body: `{} {}`, status: 400, reason: "malformed"},
		"a form": {who: enginetest.Lin, method: "POST", path: "/api/instances", body: "flow=two",
			header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}, status: 415, reason: "media_type_not_supported"},
		"an unknown address":         {who: enginetest.Lin, method: "GET", path: "/api/nothing", status: 404, reason: "no_such_address"},
		"a method that is not there": {who: enginetest.Lin, method: "PATCH", path: "/api/tasks", status: 405, reason: "method_not_allowed"},
		"an unknown parameter":       {who: enginetest.Lin, method: "GET", path: "/api/tasks?colour=red", status: 422, reason: "input_invalid", place: "colour"},
		"a page too long":            {who: enginetest.Lin, method: "GET", path: "/api/tasks?limit=5000", status: 422, reason: "input_invalid", place: "limit", says: [2]string{"不能大于 200", "200 or less"}},
		"a filter that is none":      {who: enginetest.Lin, method: "GET", path: "/api/records/contract?filter=amount", status: 422, reason: "filter_invalid", place: "filter"},
		"a filter on nothing":        {who: enginetest.Lin, method: "GET", path: "/api/records/contract?filter=colour:eq:red", status: 422},
		"a filter that injects":      {who: enginetest.Lin, method: "GET", path: "/api/records/contract?filter=amount)%20or%20(1:eq:1", status: 422},
		"a sort that injects":        {who: enginetest.Lin, method: "GET", path: "/api/records/contract?sort=amount;drop", status: 422},
		"a record type that injects": {who: enginetest.Lin, method: "GET", path: "/api/records/contract%60;drop", status: 404},
		"a rule that is none": {who: enginetest.Lin, method: "POST", path: "/api/rules/check",
			body: object{"record": "contract", "rule": "record.amount >"}, status: 403},
		"a version that is not there": {who: enginetest.Admin, method: "PUT", path: "/api/flows/two/current", body: object{"version": 99}, status: 404},
		"a foreign page": {who: enginetest.Lin, method: "POST", path: "/api/instances", body: object{"flow": "two", "record": contract},
			header: http.Header{"Origin": {"https://evil.example"}}, status: 403, reason: "request_not_from_here"},
		"a foreign page in a new browser": {who: enginetest.Lin, method: "POST", path: "/api/instances", body: object{"flow": "two", "record": contract},
			header: http.Header{"Sec-Fetch-Site": {"cross-site"}}, status: 403, reason: "request_not_from_here"},
		"no token": {who: enginetest.Lin, method: "POST", path: "/api/instances", body: object{"flow": "two", "record": contract},
			header: http.Header{"X-Csrf-Token": {""}}, status: 403, reason: "request_not_from_here"},
		"somebody else's token": {who: enginetest.Lin, method: "POST", path: "/api/instances", body: object{"flow": "two", "record": contract},
			header: http.Header{"X-Csrf-Token": {strings.Repeat("A", 43)}}, status: 403, reason: "request_not_from_here"},
	}
	browsers := map[string]*browser{}
	for _, lang := range []string{"zh-CN", "en"} {
		for _, who := range []string{"", enginetest.Lin, enginetest.Chen, enginetest.Luo, enginetest.KeyUser, enginetest.Admin} {
			if who == "" {
				browsers[lang] = s.visitor(t, lang)
			} else {
				browsers[who+lang] = s.as(t, who, lang)
			}
		}
	}
	before := s.rows(t)
	for name, c := range cases {
		for i, lang := range []string{"zh-CN", "en"} {
			t.Run(name+" "+lang, func(t *testing.T) {
				b := *browsers[c.who+lang]
				b.tb, b.header = t, c.header
				got := b.do(c.method, c.path, c.body)
				p := got.problem()
				if p.Status != c.status || c.reason != "" && p.Reason != c.reason {
					t.Errorf("%d %s, want %d %s: %s", p.Status, p.Reason, c.status, c.reason, got.body)
				}
				if inChinese(p.Title) != (lang == "zh-CN") || inChinese(p.Detail) != (lang == "zh-CN") && c.says[0] == "" {
					t.Errorf("not in %s: %s %s", lang, p.Title, p.Detail)
				}
				if c.place != "" && !names(p, c.place) {
					t.Errorf("no error names the place %s: %s", c.place, got.body)
				}
				if !strings.Contains(string(got.body), c.says[i]) {
					t.Errorf("does not say %q: %s", c.says[i], got.body)
				}
				if strings.Contains(string(got.body), "secret-warehouse") {
					t.Errorf("shows what is another's: %s", got.body)
				}
			})
		}
	}
	if diff := cmp.Diff(strings.Split(before, "\n"), strings.Split(s.rows(t), "\n")); diff != "" {
		t.Errorf("bad input changed something (-before +after):\n%s", diff)
	}
}

func inChinese(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

func names(p problem, place string) bool {
	for _, e := range p.Errors {
		if strings.Contains(e.Path, place) && e.Message != "" {
			return true
		}
	}
	return false
}

func manyNodes(n int) object {
	nodes := make([]object, n)
	for i := range nodes {
		nodes[i] = object{"id": fmt.Sprintf("n%d", i), "kind": "end"}
	}
	return object{"format": 1, "key": "two", "name": object{"en": "Two"}, "record": "contract", "nodes": nodes, "edges": []object{}}
}
