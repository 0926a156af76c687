package machine_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"flowline/engine/flow"
	"flowline/engine/machine/machinetest"
	"flowline/engine/record"
)

var update = flag.Bool("update", false, "rewrite the transcripts")

// A transcript is a file of commands, each followed by ---- and what came of it. One file shows one behaviour: a flow, a
// record, people, and then the events, with the journal and the state after each. Refusals are part of it.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := newTranscript(t).play(string(src))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(src) {
				t.Errorf("it came out otherwise; run with -update and read the difference:\n%s", firstDifference(string(src), got))
			}
		})
	}
}

type transcript struct {
	t    *testing.T
	now  time.Time
	inst machinetest.Play
}

func newTranscript(t *testing.T) *transcript {
	return &transcript{
		t: t, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC),
		inst: machinetest.Play{Record: record.Values{}, Linked: map[string]record.Values{}, People: map[string][]string{}, Off: map[string]bool{}},
	}
}

// play gives the source with the answers as they come out.
func (x *transcript) play(src string) string {
	var out strings.Builder
	var command []string
	inAnswer := false
	for line := range strings.SplitSeq(strings.TrimRight(src, "\n"), "\n") {
		switch {
		case inAnswer:
			if inAnswer = line != ""; !inAnswer {
				out.WriteString("\n")
			}
		case line == "----":
			out.WriteString("----\n" + x.run(command))
			command, inAnswer = nil, true
		default:
			out.WriteString(line + "\n")
			if line != "" && !strings.HasPrefix(line, "#") {
				command = append(command, line)
			}
		}
	}
	return out.String()
}

func (x *transcript) run(lines []string) string {
	if len(lines) == 0 {
		return "nothing to do\n"
	}
	words := machinetest.Words(lines[0])
	do, known := commands[words[0]]
	if !known {
		x.t.Fatalf("unknown command %q", words[0])
	}
	return do(x, words[1:], lines[1:])
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			from := max(0, i-6)
			return fmt.Sprintf("line %d\n%s\n- %s\n+ %s", i+1, strings.Join(g[from:i], "\n"), w[i], g[i])
		}
	}
	return fmt.Sprintf("one ends at line %d, the other at %d", len(w), len(g))
}

// A transcript for every node kind and step action stands under its name, so that none is forgotten.
func TestEveryBehaviourHasATranscript(t *testing.T) {
	for _, name := range []string{
		string(flow.KindStart), string(flow.KindDecision), string(flow.KindFork), string(flow.KindJoin), string(flow.KindEnd),
		"late_" + string(flow.LateRemind), "late_" + string(flow.LateCopy), "late_" + string(flow.LateBeside), "late_" + string(flow.LateTransfer),
		"late_" + string(flow.LateApprove), "late_" + string(flow.LateReject), "late_" + string(flow.LateReturn), "late_" + string(flow.LateLine),
		string(flow.ActionApprove), string(flow.ActionDo), string(flow.ActionNotify), string(flow.ActionUpdate),
		string(flow.ActionSubflow),
	} {
		files, err := filepath.Glob("testdata/*" + name + "*.txt")
		if err != nil || len(slices.Concat(files)) == 0 {
			t.Errorf("no transcript of %s", name)
		}
	}
}
