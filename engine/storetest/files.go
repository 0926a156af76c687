package storetest

import (
	"bytes"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// addFile adds a file of p1 whose content is the parts.
func addFile(t *testing.T, s engine.Store, id string, at time.Time, parts ...[]byte) engine.FileRow {
	t.Helper()
	f := engine.FileRow{ID: id, Name: nasty[0], Type: "application/pdf", Person: "p1", At: at, SHA256: "5a"}
	if err := s.AddFile(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	for n, part := range parts {
		if err := s.AddFilePart(t.Context(), id, n, part); err != nil {
			t.Fatal(err)
		}
		f.Size += int64(len(part))
	}
	if err := s.CompleteFile(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	return f
}

var fileTests = map[string]func(*testing.T, engine.Store){
	"a file comes back byte for byte, once it is whole": func(t *testing.T, s engine.Store) {
		every := make([]byte, engine.MaxFilePart)
		for i := range every {
			every[i] = byte(i % 257)
		}
		quotes := bytes.Repeat([]byte(`'\"`+"\x00\x1a"), engine.MaxFilePart/5)
		begun := engine.FileRow{ID: "f0", Name: "begun", Person: "p1", At: noon}
		if err := s.AddFile(t.Context(), begun); err != nil {
			t.Fatal(err)
		}
		whole := addFile(t, s, "f1", noon, every, quotes, []byte{0})
		same(t, "files", must(s.Files(t.Context(), []string{"f1", "f0", "none"}))(t), []engine.FileRow{whole})
		for n, want := range [][]byte{every, quotes, {0}} {
			if got := must(s.FilePart(t.Context(), "f1", n))(t); !bytes.Equal(got, want) {
				t.Errorf("part %d: %d bytes are not the %d that were kept", n, len(got), len(want))
			}
		}
		_, err := s.FilePart(t.Context(), "f1", 3)
		refused(t, "a part after the last", err, fault.NotFound, "file_part_not_found")
		refused(t, "completing what is not there", s.CompleteFile(t.Context(), engine.FileRow{ID: "none"}), fault.NotFound, "file_not_found")
		if n := must(s.LooseFiles(t.Context(), "p1"))(t); n != 2 {
			t.Errorf("p1 has %d loose files", n)
		}
	},
	"whatever names a file binds it": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for _, id := range []string{"new", "change", "begun", "said", "step", "asked", "loose"} {
			addFile(t, s, id, noon, []byte(id))
		}
		addContract(t, s, "r1", record.Values{"files": []string{"new"}})
		addContract(t, s, "r2", nil)
		for range 2 { // binding again changes nothing
			if _, err := s.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Set: record.Values{"files": []string{"new", "change"}}}, noon); err != nil {
				t.Fatal(err)
			}
		}
		c := first("i1", "r1")
		c.Journal[0].Files = []string{"begun"}
		commit(t, s, c)
		n := next(c)
		n.Changes = []record.Change{{Type: "contract", ID: "r1", Set: record.Values{"files": []string{"step"}}}}
		commit(t, s, n)
		p := first("i2", "r2")
		p.Proposes = true
		p.Instance.Proposal = &engine.Proposal{Instance: "i2", Type: "contract", Record: "r2", By: "p1", At: noon, Status: engine.ProposalPending,
			Set: record.Values{"files": []string{"asked"}}}
		commit(t, s, p)
		message := engine.MessageRow{ID: "m1", Instance: "i1", Person: "p1", At: noon, Words: "?", Files: []string{"said"}}
		if err := s.AddMessage(t.Context(), message, nil); err != nil {
			t.Fatal(err)
		}
		same(t, "thread", must(s.Messages(t.Context(), "i1"))(t), []engine.MessageRow{message})
		all := []string{"asked", "begun", "change", "loose", "new", "said", "step"}
		same(t, "uses", must(s.FileUses(t.Context(), all))(t), []engine.FileUse{
			{File: "asked", RecordType: "contract", Holder: "r2", Field: "files"},
			{File: "begun", Holder: "i1"},
			{File: "change", RecordType: "contract", Holder: "r1", Field: "files"},
			{File: "new", RecordType: "contract", Holder: "r1", Field: "files"},
			{File: "said", Holder: "i1"},
			{File: "step", RecordType: "contract", Holder: "r1", Field: "files"},
		})
		if entries := must(s.Journal(t.Context(), "i1"))(t); len(entries[0].Files) != 1 {
			t.Errorf("the journal lost its file: %+v", entries[0])
		}
	},
	"a step that is not saved binds nothing": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		addFile(t, s, "f1", noon, []byte("x"))
		c := first("i1", "r1")
		commit(t, s, c)
		late := next(c)
		late.Base = 7
		late.Journal = []machine.Entry{{Seq: 9, Type: machine.EntryUrged, At: noon, Files: []string{"f1"}}}
		refused(t, "a step from another revision", s.Commit(t.Context(), late), fault.Conflict, "instance_moved_on")
		if uses := must(s.FileUses(t.Context(), []string{"f1"}))(t); len(uses) > 0 {
			t.Errorf("bound to %+v", uses)
		}
	},
	"what is bound to nothing is removed in time, and nothing else": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addFile(t, s, "old", noon, []byte("x"))
		addFile(t, s, "older", noon.Add(-time.Hour), []byte("x"))
		addFile(t, s, "bound", noon.Add(-time.Hour), []byte("x"))
		addFile(t, s, "new", noon.Add(time.Hour), []byte("x"))
		addContract(t, s, "r1", record.Values{"files": []string{"bound"}})
		if err := s.RemoveFile(t.Context(), "bound"); err != nil {
			t.Fatal(err)
		}
		for _, want := range []int{1, 1, 0} {
			if n := must(s.RemoveLooseFiles(t.Context(), noon.Add(time.Minute), 1))(t); n != want {
				t.Errorf("%d were removed, want %d", n, want)
			}
		}
		left := must(s.Files(t.Context(), []string{"old", "older", "bound", "new"}))(t)
		if len(left) != 2 || left[0].ID != "bound" || left[1].ID != "new" {
			t.Errorf("left: %+v", left)
		}
		_, err := s.FilePart(t.Context(), "old", 0)
		refused(t, "the content of what was removed", err, fault.NotFound, "file_part_not_found")
	},
}
