package engine_test

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/store"
)

func TestPreviewNamesThePathAhead(t *testing.T) {
	var writes atomic.Int64
	h := enginetest.NewWith(t, store.Options{OnStatement: func(sql string) {
		if !strings.HasPrefix(strings.TrimSpace(sql), "SELECT") {
			writes.Add(1)
		}
	}}, engine.Options{})
	h.Publish(enginetest.Flow("path", "contract").
		Form(enginetest.Fields("months", "required")).
		Approve("manager", enginetest.By("manager")).
		Decision("dear").
		Approve("boss", enginetest.By("post:general_manager"), enginetest.See("opinion", "required")).
		Fork("both").
		Approve("finance", enginetest.By("post:finance"), enginetest.Quorum(flow.QuorumAll)).
		Do("legal", enginetest.By("post:legal"), enginetest.Fields("opinion", "required")).
		Join("again").
		Notify("tell", enginetest.By("submitter"), "Done").
		Update("mark", "", flow.Assign{Field: "approved", Value: true}).
		End("end", flow.ResultApproved).
		Path("start", "manager", "dear").
		When("dear", "boss", "record.amount > 100000").Else("dear", "both").
		Path("boss", "both").Path("both", "finance", "again").Path("both", "legal", "again").
		Path("again", "tell", "mark", "end"))
	contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "5"})
	h.Published.Take()
	writes.Store(0)

	steps := func(set values) (names []string, p engine.Preview) {
		p = ok[engine.Preview](t)(h.Preview(t.Context(), lin, engine.Submission{Flow: "path", Record: contract, Set: set}))
		for _, s := range p.Steps {
			names = append(names, s.Node)
		}
		return names, p
	}
	names, p := steps(nil)
	slices.Sort(names[1:3])
	if !slices.Equal(names, []string{"manager", "finance", "legal", "tell", "mark"}) || len(p.Problems) != 0 {
		t.Errorf("the path is %v, problems %v", names, p.Problems)
	}
	for _, s := range p.Steps {
		var who []string
		for _, person := range s.People {
			who = append(who, person.ID)
		}
		want := map[string][]string{"manager": {chen}, "finance": {fang, fei}, "legal": {luo}, "tell": {lin}}[s.Node]
		if !slices.Equal(who, want) {
			t.Errorf("%s is for %v, want %v", s.Node, who, want)
		}
		if s.Node == "finance" && (s.Quorum != flow.QuorumAll || s.People[0].Name.EN != "Fang Li") {
			t.Errorf("finance: %+v", s)
		}
	}
	if names, _ = steps(values{"amount": "100000.01"}); !slices.Contains(names, "boss") {
		t.Errorf("what is filled in does not count: %v", names)
	}
	if n := writes.Load(); n != 0 {
		t.Errorf("a preview wrote %d times", n)
	}
	if topics := h.Published.Take(); len(topics) != 0 {
		t.Errorf("a preview published %v", topics)
	}
}

func TestPreviewSaysWhereItWouldStop(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(budget())
	contract := h.Add(lin, "order", values{"title": "No amount"})
	p := ok[engine.Preview](t)(h.Preview(t.Context(), lin, engine.Submission{Flow: "budget", Record: contract}))
	if len(p.Problems) != 1 || !strings.Contains(p.Problems[0].EN, "Node dear") || !strings.Contains(p.Problems[0].ZH, "节点 dear") {
		t.Errorf("problems: %+v", p.Problems)
	}
	h.Publish(enginetest.Flow("round", "contract").
		Approve("check", enginetest.By("manager")).Decision("again").End("end", flow.ResultApproved).
		Path("start", "check", "again").When("again", "end", "record.amount > 5").Else("again", "check"))
	contract = h.Add(lin, "contract", values{"title": "Round", "amount": "1"})
	p = ok[engine.Preview](t)(h.Preview(t.Context(), lin, engine.Submission{Flow: "round", Record: contract}))
	if len(p.Problems) != 1 || !strings.Contains(p.Problems[0].EN, "round without end") {
		t.Errorf("problems: %+v", p.Problems)
	}
}

// anyOf is a fork whose join goes on as it says. A branch has two steps, and whom the second asks is picked; another does
// not come to the join for a small amount.
func anyOf(key string, j flow.Join) *enginetest.Builder {
	return enginetest.Flow(key, "contract").
		Fork("both").
		Approve("quick", enginetest.By("post:sales_manager")).
		Approve("slow", enginetest.By("post:general_manager")).
		Approve("law", enginetest.By("post:finance"), picks(flow.PickSubmitter)).
		JoinAt("again", j).
		Approve("last", enginetest.By("post:legal")).
		Decision("dear").
		End("end", flow.ResultApproved).
		End("small", flow.ResultApproved).
		Path("start", "both").Path("both", "quick", "again").Path("both", "slow", "law", "again").Path("again", "last", "end").
		Path("both", "dear").When("dear", "again", "record.amount > 100").Else("dear", "small")
}

func TestAPreviewShowsTheBranchesThatMayComeFirst(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(anyOf("first", flow.Join{Mode: flow.JoinFirst}))
	h.Publish(anyOf("held", flow.Join{Mode: flow.JoinN, N: 3, Short: flow.ShortHold}))
	contract := h.Add(lin, "contract", values{"title": "Lease", "amount": "5"})
	for key, problems := range map[string]int{"first": 0, "held": 1} {
		p := ok[engine.Preview](t)(h.Preview(t.Context(), lin, engine.Submission{Flow: key, Record: contract}))
		var names []string
		for _, s := range p.Steps {
			names = append(names, s.Node)
		}
		slices.Sort(names)
		if !slices.Equal(names, []string{"last", "law", "quick", "slow"}) {
			t.Errorf("%s: the path is %v", key, names)
		}
		if got := nodes(p.Picks); !slices.Equal(got, []string{"law"}) {
			t.Errorf("%s: the picks are %v", key, got)
		}
		if len(p.Problems) != problems || problems == 1 && !strings.Contains(p.Problems[0].EN, "Node again: fewer branches") {
			t.Errorf("%s: problems %+v", key, p.Problems)
		}
	}
	_, err := h.Submit(t.Context(), lin, engine.Submission{Flow: "first", Record: contract})
	refused(t, err, fault.Invalid, "pick_required")
}
