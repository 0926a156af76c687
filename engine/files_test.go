package engine_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/store"
)

// upload uploads a file and answers its id.
func upload(t *testing.T, h *enginetest.House, who, name, content string) string {
	t.Helper()
	return ok[engine.FileRef](t)(h.AddFile(t.Context(), who, engine.Upload{Name: name, Size: int64(len(content)), Content: strings.NewReader(content)})).ID
}

// has checks that a person has a file, byte for byte.
func has(t *testing.T, h *enginetest.House, who, id, content string) {
	t.Helper()
	f, err := h.File(t.Context(), who, id)
	if err != nil {
		t.Errorf("%s has no file: %v", who, err)
		return
	}
	got, err := io.ReadAll(f.Open(t.Context()))
	if err != nil || string(got) != content || f.Size != int64(len(content)) {
		t.Errorf("%s reads %d bytes of %d: %v", who, len(got), len(content), err)
	}
}

// lacks checks that a file is not there for people.
func lacks(t *testing.T, h *enginetest.House, id string, people ...string) {
	t.Helper()
	for _, who := range people {
		_, err := h.File(t.Context(), who, id)
		refused(t, err, fault.NotFound, "no_such_file")
	}
}

func TestAFileComesBackAsItWas(t *testing.T) {
	h := enginetest.New(t)
	for _, size := range []int{1, engine.MaxFilePart - 1, engine.MaxFilePart, engine.MaxFilePart + 1, 3*engine.MaxFilePart + 7} {
		content := strings.Repeat("\x00\xffabc'\\", size/7+1)[:size]
		slow := iotest.OneByteReader(strings.NewReader(content))
		if size > engine.MaxFilePart {
			slow = iotest.HalfReader(strings.NewReader(content))
		}
		f := ok[engine.FileRef](t)(h.AddFile(t.Context(), lin, engine.Upload{Name: "a.bin", Size: -1, Content: slow}))
		has(t, h, lin, f.ID, content)
	}
}

func TestWhatIsNoFileIsRefusedAndLeavesNothing(t *testing.T) {
	h := enginetest.NewWith(t, store.Options{}, engine.Options{MaxFile: engine.MaxFilePart + 10})
	add := func(size int, content io.Reader) error {
		_, err := h.AddFile(t.Context(), lin, engine.Upload{Name: "a", Size: int64(size), Content: content})
		return err
	}
	long := bytes.Repeat([]byte("x"), engine.MaxFilePart+11)
	refused(t, add(0, strings.NewReader("")), fault.Invalid, "file_empty")
	refused(t, add(len(long), iotest.ErrReader(errors.New("not to be read"))), fault.Invalid, "file_too_large")
	refused(t, add(-1, bytes.NewReader(long)), fault.Invalid, "file_too_large")
	refused(t, add(9, strings.NewReader("half")), fault.Invalid, "file_cut_short")
	refused(t, add(-1, io.MultiReader(strings.NewReader("half"), iotest.ErrReader(errors.New("gone")))), fault.Invalid, "file_cut_short")
	if n := ok[int](t)(h.Store.LooseFiles(t.Context(), lin)); n != 0 {
		t.Errorf("%d files are left", n)
	}
	if words := fault.From(add(len(long), nil)).Text.EN; !strings.Contains(words, "512 KB") {
		t.Errorf("the most is not named: %s", words)
	}
	for range 100 {
		upload(t, h, wu, "a", "b")
	}
	_, err := h.AddFile(t.Context(), wu, engine.Upload{Name: "one too many", Size: 1, Content: strings.NewReader("b")})
	refused(t, err, fault.Refused, "files_unused")
}

func TestNamesAndTypesOfFilesAreMadeSafe(t *testing.T) {
	h := enginetest.New(t)
	for _, c := range []struct{ name, content, called, typ string }{
		{"合同 扫描件.pdf", "%PDF-1.7 …", "合同 扫描件.pdf", "application/pdf"},
		{`C:\fakepath\a.png`, "\x89PNG\r\n\x1a\n…", "a.png", "image/png"},
		{"../../etc/passwd", "root", "passwd", "application/octet-stream"},
		{"bill\u202Efdp.exe", "MZ", "billfdp.exe", "application/octet-stream"},
		{"a\x00b\tc\n.txt", "plain", "abc.txt", "application/octet-stream"},
		{"page.html", "<script>alert(1)</script>", "page.html", "application/octet-stream"},
		{"picture.png", "<svg onload=alert(1)>", "picture.png", "application/octet-stream"},
		{"photo.jpg", "\xff\xd8\xff\xe0", "photo.jpg", "image/jpeg"},
		{"a.webp", "RIFF\x00\x00\x00\x00WEBPVP8 ", "a.webp", "image/webp"},
		{"plan.xlsx", "PK\x03\x04…", "plan.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"plan.xlsx", "<html>", "plan.xlsx", "application/octet-stream"},
		{`what "is" this?.txt. `, "…", "what _is_ this_.txt", "application/octet-stream"},
		{" \u200b/ ", "…", "file", "application/octet-stream"},
		{strings.Repeat("长", 300) + ".pdf", "%PDF-", strings.Repeat("长", 116) + ".pdf", "application/pdf"},
	} {
		f := ok[engine.FileRef](t)(h.AddFile(t.Context(), lin, engine.Upload{Name: c.name, Size: -1, Content: strings.NewReader(c.content)}))
		if f.Name != c.called || f.Type != c.typ {
			t.Errorf("%q is kept as %q, %s; want %q, %s", c.name, f.Name, f.Type, c.called, c.typ)
		}
	}
}

// filed is an instance in which Fang is asked and may not see the scans, and Luo may; the key user has a copy, Wu no part.
func filed(t *testing.T) (h *enginetest.House, contract, in string) {
	t.Helper()
	h = enginetest.New(t)
	h.Publish(enginetest.Flow("filed", "contract").Form(enginetest.Fields("scans", "hidden", "items", "read", "items.receipt", "read")).
		Approve("books", enginetest.By("post:finance"), enginetest.See("scans", "hidden", "items.receipt", "hidden"),
			func(a *flow.Approve) {
				a.Copy = []flow.Copy{{At: flow.CopyEntered, To: enginetest.By("person:" + keyUser)}}
			}).
		Do("law", enginetest.By("post:legal"), enginetest.Fields("scans", "edit", "items.receipt", "edit")).
		End("end", flow.ResultApproved).Path("start", "books", "law", "end"))
	contract = h.Add(he, "contract", values{"title": "Lease", "scans": []any{upload(t, h, he, "scan.pdf", "%PDF-secret")},
		"items": []any{values{"what": "Desk", "receipt": []any{upload(t, h, he, "receipt.pdf", "%PDF-receipt")}}}})
	in = h.Start(he, "filed", contract, nil)
	ok[int](t)(h.DeliverDue(t.Context(), "w", 100))
	return h, contract, in
}

func TestAFieldsFilesAreForWhoeverSeesTheField(t *testing.T) {
	h, contract, in := filed(t)
	view := ok[engine.RecordView](t)(h.Record(t.Context(), he, "contract", contract))
	scan := view.Values["scans"].([]string)[0]
	receipt := ""
	for id, f := range view.Files {
		if f.Name == "receipt.pdf" {
			receipt = id
		}
	}
	if f := view.Files[scan]; f.Name != "scan.pdf" || f.Size != 11 || f.Type != "application/pdf" {
		t.Errorf("the scan is told as %+v", f)
	}
	for _, who := range []string{he, chen, admin} { // by right of the company
		has(t, h, who, scan, "%PDF-secret")
	}
	lacks(t, h, scan, fang, luo, wu, keyUser) // hidden, not asked yet, no part
	lacks(t, h, receipt, fang, wu)
	approve(t, h, fang, in)
	has(t, h, luo, scan, "%PDF-secret")
	has(t, h, luo, receipt, "%PDF-receipt")
	lacks(t, h, scan, fang, fei)
	for _, v := range ok[engine.InstanceView](t)(h.Instance(t.Context(), fang, in)).Files {
		t.Errorf("Fang is told of %+v", v)
	}

	task := h.TaskOf(luo, in)
	var with []string
	done := func(set values) error {
		_, err := h.Decide(t.Context(), luo, engine.Verdict{Task: task, Outcome: machine.OutcomeDone, Set: set, Files: with, Key: "once"})
		return err
	}
	for name, id := range map[string]string{
		"somebody else's": upload(t, h, wu, "wu.pdf", "Wu's"), "no file": "none", "a file of another field": receipt,
	} {
		err := done(values{"scans": []any{scan, id}})
		if f := fault.From(err); err == nil || f.Reason != "bad_values" || f.Fields[0].Path != "scans" {
			t.Errorf("%s may be attached: %v", name, err)
		}
	}
	signed, note := upload(t, h, luo, "signed.pdf", "%PDF-signed"), upload(t, h, luo, "note.txt", "See there")
	keep := engine.TaskDraft{Task: task, Data: 1, Set: values{"scans": []any{scan, signed}}, Files: []string{note}}
	strange := keep
	strange.Files = []string{receipt}
	_, err := h.KeepTask(t.Context(), luo, strange)
	refused(t, err, fault.Invalid, "bad_input")
	if d := ok[engine.TaskDraft](t)(h.KeepTask(t.Context(), luo, keep)); len(d.Attached) != 1 || d.Attached[0].Name != "note.txt" {
		t.Errorf("kept as %+v", d)
	}
	h.Clock.Add(72 * time.Hour)
	if err := h.RemoveLooseFiles(t.Context()); err != nil {
		t.Fatal(err)
	}
	kept := ok[engine.TaskView](t)(h.Task(t.Context(), luo, task))
	if kept.Form.Files[signed].Name != "signed.pdf" || len(kept.Draft.Attached) != 1 || kept.Draft.Attached[0].ID != note {
		t.Errorf("three days later: %+v, %+v", kept.Draft, kept.Form.Files)
	}
	lacks(t, h, note, he, fang, admin) // his alone, until he sends it
	with = []string{note}
	for range 2 { // and once more, as after a lost answer
		if err := done(values{"scans": []any{scan, signed}}); err != nil {
			t.Fatal(err)
		}
	}
	has(t, h, he, signed, "%PDF-signed")
	has(t, h, he, note, "See there")
	lacks(t, h, signed, fang, wu)
	history := ok[engine.InstanceView](t)(h.Instance(t.Context(), he, in))
	if history.Files[signed].Name != "signed.pdf" || history.Files[scan].Name != "scan.pdf" {
		t.Errorf("the history names %+v", history.Files)
	}
	versions := ok[[]engine.DataVersion](t)(h.DataVersions(t.Context(), he, in))
	if last := versions[len(versions)-1]; !last.Intact || last.Changes.Files[signed].Name != "signed.pdf" {
		t.Errorf("the last version: %+v", last)
	}
	if _, err := h.ChangeRecord(t.Context(), he, "contract", contract, 0, values{"scans": nil}, nil); err != nil {
		t.Fatal(err)
	}
	has(t, h, he, signed, "%PDF-signed") // the history still tells of it
}

func TestFilesGoWithWhatIsSaid(t *testing.T) {
	h, _, in := filed(t)
	ctx, task := t.Context(), h.TaskOf(fang, in)
	decide := func(who, key string, files ...string) error {
		_, err := h.Decide(ctx, who, engine.Verdict{Task: task, Outcome: machine.OutcomeApproved, Comment: "See there", Files: files, Key: key})
		return err
	}
	var many []string
	for i := range 11 {
		many = append(many, upload(t, h, fang, fmt.Sprint(i), "x"))
	}
	refused(t, decide(fang, "", many...), fault.Invalid, "bad_input")
	refused(t, decide(fang, "", "none"), fault.Invalid, "bad_input")
	refused(t, decide(fang, "", upload(t, h, luo, "luo", "x")), fault.Invalid, "bad_input")
	ledger := upload(t, h, fang, "ledger.xlsx", "1,2,3")
	has(t, h, fang, ledger, "1,2,3")
	lacks(t, h, ledger, he, admin, fei) // nobody's yet but hers
	for range 2 {
		if err := decide(fang, "once", ledger); err != nil {
			t.Fatal(err)
		}
	}
	for _, who := range []string{he, chen, fang, luo, keyUser, admin} { // the key user by the copy
		has(t, h, who, ledger, "1,2,3")
	}
	lacks(t, h, ledger, wu)

	back := engine.Deed{Task: h.TaskOf(luo, in), Do: engine.DoReturn, Node: "start", Comment: "Not so", Files: []string{ledger}}
	_, err := h.DoWithTask(ctx, luo, back)
	refused(t, err, fault.Invalid, "bad_input") // it is not his
	back.Files = []string{upload(t, h, luo, "marked.pdf", "red ink")}
	ok[engine.InstanceInfo](t)(h.DoWithTask(ctx, luo, back))
	has(t, h, he, back.Files[0], "red ink")

	photo := upload(t, h, he, "photo.jpg", "\xff\xd8\xff")
	for range 2 { // the same message once more
		view := ok[engine.ThreadView](t)(h.Say(ctx, he, engine.Saying{Instance: in, Files: []string{photo}, Key: "once"}))
		if len(view.Messages) != 1 || len(view.Messages[0].Files) != 1 || view.Messages[0].Files[0].Name != "photo.jpg" {
			t.Fatalf("thread: %+v", view.Messages)
		}
	}
	has(t, h, keyUser, photo, "\xff\xd8\xff")
	lacks(t, h, photo, wu)
	other := h.Start(lin, "filed", h.Add(lin, "contract", values{"title": "Other"}), nil)
	_, err = h.Say(ctx, fang, engine.Saying{Instance: other, Files: []string{ledger}})
	refused(t, err, fault.Invalid, "bad_input") // in use elsewhere

	names := map[string]bool{}
	view := ok[engine.InstanceView](t)(h.Instance(ctx, keyUser, in))
	for _, e := range view.Timeline {
		for _, id := range e.Files {
			names[view.Files[id].Name] = true
		}
	}
	if !names["ledger.xlsx"] || !names["marked.pdf"] {
		t.Errorf("the history names %v", names)
	}
}

func TestFilesGoWithSubmitting(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	s := engine.Submission{Flow: "plain", Record: h.Add(lin, "contract", values{"title": "Lease"}), Files: []string{upload(t, h, wu, "w", "x")}}
	_, err := h.Submit(t.Context(), lin, s)
	refused(t, err, fault.Invalid, "bad_input")
	s.Files = []string{upload(t, h, lin, "offer.pdf", "cheap")}
	in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), lin, s))
	has(t, h, chen, s.Files[0], "cheap")
	if e := ok[engine.InstanceView](t)(h.Instance(t.Context(), chen, in.ID)).Timeline[0]; len(e.Files) != 1 {
		t.Errorf("the history begins with %+v", e)
	}
}

func TestWhatAFlowCopiesIsSeenWhereItIs(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(enginetest.Flow("copying", "order").
		On(flow.Trigger{On: flow.OnAdded, Of: "contract", Map: []flow.Assign{
			{Field: "title", From: "record.title"}, {Field: "papers", From: "record.scans"}}}).
		Approve("look", enginetest.By("post:legal")).
		End("end", flow.ResultApproved).Path("start", "look", "end"))
	id := upload(t, h, wu, "scan.pdf", "%PDF-")
	lacks(t, h, id, luo)
	h.Add(wu, "contract", values{"title": "Lease", "scans": []any{id}})
	has(t, h, wu, id, "%PDF-")
	has(t, h, luo, id, "%PDF-") // he is asked about the order, and has no part in the contract
	lacks(t, h, id, lin, fang)
}

func TestFilesThatNobodyUsesGo(t *testing.T) {
	h := enginetest.New(t)
	used, unused := upload(t, h, lin, "used", "x"), upload(t, h, lin, "unused", "x")
	h.Add(lin, "contract", values{"title": "Lease", "scans": []any{used}})
	h.Clock.Add(24 * time.Hour)
	if err := h.RemoveLooseFiles(t.Context()); err != nil {
		t.Fatal(err)
	}
	has(t, h, lin, unused, "x")
	_, err := h.AddRecord(t.Context(), lin, "contract", values{"title": "Late", "scans": []any{unused}}, "", "")
	refused(t, err, fault.Invalid, "bad_values") // it may go at any moment
	h.Clock.Add(2 * time.Hour)
	if err := h.RemoveLooseFiles(t.Context()); err != nil {
		t.Fatal(err)
	}
	lacks(t, h, unused, lin)
	has(t, h, lin, used, "x")
}
