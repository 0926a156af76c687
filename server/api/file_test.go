package api_test

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"flowline/engine/enginetest"
	"flowline/engine/flow"
)

// upload sends a file as the web app does.
func (b *browser) upload(name string, content []byte) answer {
	b.tb.Helper()
	b.header.Set("X-File-Name", name)
	b.header.Set("Content-Type", "application/octet-stream")
	defer func() { b.header = http.Header{} }()
	return b.do(http.MethodPost, "/api/files", string(content))
}

// uploaded sends a file and gives its id.
func (b *browser) uploaded(name string, content []byte) string {
	b.tb.Helper()
	var f struct{ ID string }
	b.upload(name, content).into(&f)
	return f.ID
}

func TestAFileGoesInAndComesOutAsItWas(t *testing.T) {
	s := newSite(t)
	s.Publish(enginetest.Flow("two", "contract").
		Approve("check", enginetest.By("post:sales_manager")).
		Approve("again", enginetest.By("post:legal")).
		End("end", flow.ResultApproved).Path("start", "check", "again", "end"))
	lin, chen, luo, wu := s.as(t, enginetest.Lin, "en"), s.as(t, enginetest.Chen, "en"), s.as(t, enginetest.Luo, "en"), s.as(t, enginetest.Wu, "zh-CN")
	scan := append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte{0, 1, 2, 0xff, '\r', '\n'}, 1<<20)...) // 6 MB: more than any other body may have

	var f struct {
		ID, Name, Type string
		Size           int64
	}
	lin.upload("%E5%90%88%E5%90%8C%20v2.pdf", scan).into(&f)
	if f.Name != "合同 v2.pdf" || f.Type != "application/pdf" || f.Size != int64(len(scan)) {
		t.Errorf("kept as %+v", f)
	}
	for path, want := range map[string]string{"": "attachment", "?inline=true": "inline"} {
		got := lin.do("GET", "/api/files/"+f.ID+path, nil)
		if got.status != http.StatusOK || !bytes.Equal(got.body, scan) {
			t.Errorf("%d, %d bytes came back of %d", got.status, len(got.body), len(scan))
		}
		h := got.header
		if d := h.Get("Content-Disposition"); d != want+`; filename="__ v2.pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C%20v2.pdf` {
			t.Errorf("disposition %s", d)
		}
		if h.Get("Content-Type") != "application/pdf" || h.Get("X-Content-Type-Options") != "nosniff" ||
			!strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") || h.Get("Cache-Control") != "no-store" {
			t.Errorf("headers %v", h)
		}
	}
	page := lin.uploaded("page.html", []byte("<script>alert(1)</script>"))
	got := lin.do("GET", "/api/files/"+page+"?inline=true", nil)
	if h := got.header; h.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment;") ||
		!strings.Contains(h.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("a page comes as %v", h)
	}

	contract := s.Add(enginetest.Lin, "contract", object{"title": "Lease"})
	var in struct{ ID string }
	lin.do("POST", "/api/instances", object{"flow": "two", "record": contract, "set": object{"scans": []string{f.ID}}, "files": []string{page}}).into(&in)
	task := s.TaskOf(enginetest.Chen, in.ID)
	var view struct {
		RecordView struct {
			Values map[string]any
			Files  map[string]struct{ Name string }
		}
	}
	chen.do("GET", "/api/tasks/"+task, nil).into(&view)
	if view.RecordView.Files[f.ID].Name != "合同 v2.pdf" {
		t.Errorf("the task names %+v", view.RecordView.Files)
	}
	note := chen.uploaded("note.txt", []byte("fine"))
	chen.do("POST", "/api/tasks/"+task+"/decision", object{"outcome": "approved", "files": []string{note}}).into(&object{})
	said := luo.uploaded("said.txt", []byte("hm"))
	luo.do("POST", "/api/instances/"+in.ID+"/thread", object{"words": "", "files": []string{said}}).into(&object{})
	marked := luo.uploaded("marked.txt", []byte("red"))
	luo.do("POST", "/api/tasks/"+s.TaskOf(enginetest.Luo, in.ID)+"/actions",
		object{"do": "return", "node": "start", "comment": "no", "files": []string{marked}}).into(&object{})
	for id, want := range map[string]string{note: "fine", said: "hm", marked: "red", page: "<script>alert(1)</script>"} {
		if got := lin.do("GET", "/api/files/"+id, nil); string(got.body) != want {
			t.Errorf("Lin reads %q, want %q", got.body, want)
		}
		p := wu.do("GET", "/api/files/"+id, nil).problem()
		if p.Status != http.StatusNotFound || p.Reason != "no_such_file" || !strings.Contains(p.Detail, "没有这个附件") {
			t.Errorf("Wu is answered %+v", p)
		}
	}
	if p := luo.do("GET", "/api/files/none", nil).problem(); p.Reason != "no_such_file" {
		t.Errorf("no file is answered %+v", p)
	}
}

func TestWhatIsNoUploadIsRefused(t *testing.T) {
	s := newSite(t)
	lin, nobody := s.as(t, enginetest.Lin, "zh-CN"), s.visitor(t, "en")
	large := make([]byte, 20<<20+1)
	for name, c := range map[string]struct {
		got    answer
		status int
		reason string
		says   string
	}{
		"too large":            {lin.upload("a", large), 413, "file_too_large", "20 MB"},
		"empty":                {lin.upload("a", nil), 422, "file_empty", "空的"},
		"without a name":       {lin.do("POST", "/api/files", "x"), 422, "input_invalid", ""},
		"without signing in":   {nobody.upload("a", []byte("x")), 401, "not_signed_in", ""},
		"a large one likewise": {nobody.upload("a", large), 401, "not_signed_in", ""},
		"a large other body":   {lin.do("POST", "/api/preview", string(large)), 413, "too_large", "4 MB"},
	} {
		p := c.got.problem()
		if p.Status != c.status || p.Reason != c.reason || !strings.Contains(p.Detail, c.says) {
			t.Errorf("%s: %+v", name, p)
		}
	}
	forged := *lin
	forged.csrf = "not it"
	if p := forged.upload("a", []byte("x")).problem(); p.Status != http.StatusForbidden {
		t.Errorf("a forged upload is answered %+v", p)
	}
	mine := lin.uploaded("a", []byte("still served"))
	task := lin.do("POST", "/api/tasks/none.k1/decision", object{"outcome": "approved", "files": make([]string, 11)}).problem()
	if task.Status != 422 || task.Errors[0].Path != "files" || !strings.Contains(task.Errors[0].Message, "10") {
		t.Errorf("eleven files: %+v", task)
	}
	if got := lin.do("GET", "/api/files/"+mine, nil); string(got.body) != "still served" {
		t.Errorf("afterwards: %q", got.body)
	}
}

// TestAnUploadThatBreaksOffIsNoFile sends half of what was announced.
func TestAnUploadThatBreaksOffIsNoFile(t *testing.T) {
	s := newSite(t)
	lin := s.as(t, enginetest.Lin, "en")
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.base+"/api/files", nil)
	if err != nil {
		t.Fatal(err)
	}
	cookies := lin.client.Jar.Cookies(mustURL(t, s.base))
	for _, c := range cookies {
		req.AddCookie(c)
	}
	conn, err := net.DialTimeout("tcp", s.host, 5*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	head := "POST /api/files HTTP/1.1\r\nHost: " + s.host + "\r\nCookie: " + req.Header.Get("Cookie") + "\r\nX-CSRF-Token: " + lin.csrf +
		"\r\nX-File-Name: half\r\nContent-Length: 2000000\r\n\r\n"
	if _, err := io.WriteString(conn, head+strings.Repeat("x", 1_000_000)); err != nil {
		t.Fatal(err)
	}
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(conn); err != nil { // until the other side has given up
		t.Fatal(err)
	}
	n, err := s.Store.LooseFiles(t.Context(), enginetest.Lin)
	if err != nil || n != 0 {
		t.Errorf("%d files are left: %v", n, err)
	}
}
