package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/machine"
	"flowline/engine/storetest"
)

// scratch is a folder that is there while the tests run.
var scratch string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "flowline-program-")
		if err != nil {
			panic(err)
		}
		defer func() { _ = os.RemoveAll(dir) }() // left to the system, if it cannot be removed
		scratch = dir
		return m.Run()
	}())
}

// binary is the real program, built once.
var binary = sync.OnceValues(func() (string, error) {
	path := filepath.Join(scratch, "flowline")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

// process is the program running by itself.
type process struct {
	*exec.Cmd
	base string
}

// run starts the program over a database and waits until it serves.
func run(tb testing.TB, address string) process {
	tb.Helper()
	path, err := binary()
	if err != nil {
		tb.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	listen := l.Addr().String()
	if err := l.Close(); err != nil {
		tb.Fatal(err)
	}
	p := process{Cmd: exec.Command(path, "serve", "--database", address, "--listen", listen, "--log-level", "error"), base: "http://" + listen}
	var said bytes.Buffer
	p.Stderr = &said
	if err := p.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { p.kill() })
	ctx, cancel := context.WithTimeout(tb.Context(), 20*time.Second)
	defer cancel()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !ready(ctx, p.base) {
		select {
		case <-tick.C:
		case <-ctx.Done():
			tb.Fatalf("it does not serve: %s", said.String())
		}
	}
	return p
}

func ready(ctx context.Context, base string) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/readyz", nil)
	if err != nil {
		return false
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	defer res.Body.Close()
	return res.StatusCode == http.StatusOK
}

// kill ends the program as a power cut would. It may be called again.
func (p process) kill() {
	_ = p.Process.Kill() // gone already, if it fails
	_ = p.Wait()         // says that it was killed
}

// TestAKillLosesNothing kills the program between submit and decide, and again right after a decision, on each database.
// What was answered is there, what was sent again is not done twice, and everybody is told once.
func TestAKillLosesNothing(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		address := seeded(t, fresh(t))
		p := run(t, address)
		li := signIn(t, p.base, "li.na")
		contract := bigContract(li)
		var instance instanceView
		submission := object{"flow": "contract-approval", "record": contract.ID}
		li.send("POST", "/api/instances", submission, &instance, "Idempotency-Key", "submit-1")
		p.kill()

		p = run(t, address)
		li.base = p.base
		var again instanceView
		li.send("POST", "/api/instances", submission, &again, "Idempotency-Key", "submit-1")
		if again.ID != instance.ID {
			t.Errorf("sent again after the kill, the submission made another instance")
		}
		wang := signIn(t, p.base, "wang.lei")
		var tasks page[taskInfo]
		wang.get("/api/tasks", &tasks)
		if tasks.Total != 1 || tasks.Items[0].Instance != instance.ID {
			t.Fatalf("after the kill wang.lei has %+v", tasks)
		}
		decision := "/api/tasks/" + tasks.Items[0].ID + "/decision"
		wang.send("POST", decision, object{"outcome": "approved"}, nil, "Idempotency-Key", "decide-1")
		p.kill()

		p = run(t, address)
		wang.base, li.base = p.base, p.base
		wang.send("POST", decision, object{"outcome": "approved"}, nil, "Idempotency-Key", "decide-1")
		var view instanceView
		li.get("/api/instances/"+instance.ID, &view)
		count := map[string]int{}
		for _, entry := range view.Timeline {
			count[entry.Type]++
		}
		if view.Status != "running" || count["instance.started"] != 1 || count["task.decided"] != 1 || count["task.opened"] != 2 {
			t.Errorf("after two kills: %s %v", view.Status, count)
		}
		zhou := signIn(t, p.base, "zhou.ting")
		zhou.get("/api/tasks", &tasks)
		if tasks.Total != 1 {
			t.Errorf("the next in line has %d tasks", tasks.Total)
		}
		var all page[instanceView]
		li.get("/api/instances?flow=contract-approval", &all)
		if all.Total != 1 {
			t.Errorf("there are %d instances", all.Total)
		}
		p.kill()
		for _, who := range []string{"wang-lei", "zhou-ting"} {
			if n := bells(t, address, who, instance.ID); n != 1 {
				t.Errorf("%s was told %d times", who, n)
			}
		}
	})
}

// bells answers how often a person was told of a task in an instance. A job that a killed program had claimed is its own
// until its lease ends, so the outbox is emptied by a clock that is ahead.
func bells(t *testing.T, address, who, instance string) int {
	t.Helper()
	s, err := openStore(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	e, err := engine.New(s, engine.Options{Now: func() time.Time { return time.Now().Add(5 * time.Minute) }})
	if err != nil {
		t.Fatal(err)
	}
	for {
		n, err := e.DeliverDue(t.Context(), "afterwards", 100)
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			break
		}
	}
	notices, err := e.Notices(t.Context(), who)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, n := range notices.Items {
		if n.Kind == machine.NoticeTask && n.Instance == instance {
			count++
		}
	}
	return count
}

// TestTheProgramIsSmall holds what is promised of an idle server; how soon it serves is measured by bench.sh.
func TestTheProgramIsSmall(t *testing.T) {
	address := seeded(t, storetest.SQLite(t))
	p := run(t, address)
	signIn(t, p.base, "li.na").get("/api/tasks", nil)
	status, err := os.ReadFile("/proc/" + strconv.Itoa(p.Process.Pid) + "/status")
	if err != nil {
		t.Skip("this system does not tell how large a process is")
	}
	m := regexp.MustCompile(`VmRSS:\s+(\d+) kB`).FindStringSubmatch(string(status))
	kib, err := strconv.Atoi(strings.Join(m[1:], ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("it takes %.1f MiB", float64(kib)/1024)
	if kib > 80*1024 {
		t.Errorf("it takes %.1f MiB, at most 80 are promised", float64(kib)/1024)
	}
}

// TestTermStopsInOrder: told to stop, the program ends without an error.
func TestTermStopsInOrder(t *testing.T) {
	p := run(t, seeded(t, storetest.SQLite(t)))
	live := signIn(t, p.base, "li.na").follow("instances")
	if err := p.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if _, err := live.next("never", 10*time.Second); err == nil || !strings.Contains(err.Error(), "1001") {
		t.Errorf("the websocket ended with %v", err)
	}
	if err := p.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}
