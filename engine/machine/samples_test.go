package machine_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"testing"
	"time"

	"flowline/assets"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
	"flowline/engine/org"
	"flowline/engine/record"
)

// sampleRun is one run of a sample flow: over which record, what people fill in, and who is asked where, in order.
type sampleRun struct {
	flow   string
	record map[string]any
	client map[string]any            // the customer that the record links to
	fill   map[string]map[string]any // by node
	asked  []string
}

// sampleRuns stand on both sides of every threshold of the samples.
var sampleRuns = []sampleRun{
	{flow: "contract-approval", record: contract("100000", 12), client: client(70), asked: []string{"wang-lei@manager"}},
	{flow: "contract-approval", record: contract("100000.01", 12), client: client(70), asked: []string{"wang-lei@manager", "chen-zhiyuan@general_manager"}},
	{flow: "contract-approval", record: contract("100000", 13), client: client(70), fill: opinions, asked: []string{"wang-lei@manager", "zheng-kai@legal"}},
	{flow: "contract-approval", record: contract("100000", 12), client: client(69), fill: opinions, asked: []string{"wang-lei@manager", "zhou-ting@finance"}},
	{flow: "contract-approval", record: contract("120000", 24), client: client(65), fill: opinions, asked: []string{"wang-lei@manager", "zhou-ting@finance", "zheng-kai@legal", "chen-zhiyuan@general_manager"}},

	{flow: "customer-registration", record: registration("fujian", "electronics"), client: client(70), asked: []string{"lin-jianguo@fujian_head"}},
	{flow: "customer-registration", record: registration("beijing", "electronics"), client: client(70), asked: []string{"gao-feng@electronics"}},
	{flow: "customer-registration", record: registration("beijing", "healthcare"), client: client(70), asked: []string{"luo-yan@healthcare"}},
	{flow: "customer-registration", record: registration("beijing", "food"), client: client(70), asked: []string{"wang-lei@sales_manager"}},

	{flow: "customer-acceptance", record: customer(), fill: acceptance("500000"), asked: []string{"li-na@entry", "zhou-ting@terms", "zhou-ting@limit", "wang-lei@cost", "wu-qiang@account"}},
	{flow: "customer-acceptance", record: customer(), fill: acceptance("500000.01"), asked: []string{"li-na@entry", "zhou-ting@terms", "zhou-ting@limit", "wang-lei@cost", "wu-qiang@account", "chen-zhiyuan@general_manager"}},

	{flow: "discount-approval", record: quote("10"), client: client(70), asked: []string{"wang-lei@manager"}},
	{flow: "discount-approval", record: quote("10.01"), client: client(70), fill: map[string]map[string]any{"finance_view": {"margin": "20"}}, asked: []string{"wang-lei@sales_view", "zhou-ting@finance_view", "chen-zhiyuan@general_manager"}},

	{flow: "discounted-contract", record: discounted("0"), client: client(70), asked: []string{"wang-lei@manager"}},

	{flow: "expense-approval", record: expense("5000", "office"), fill: paid, asked: []string{"wang-lei@manager", "wu-qiang@pay"}},
	{flow: "expense-approval", record: expense("5000.01", "office"), fill: paid, asked: []string{"wang-lei@manager", "zhou-ting@finance", "wu-qiang@pay"}},
	{flow: "expense-approval", record: expense("5000", "entertainment"), fill: paid, asked: []string{"wang-lei@manager", "ma-lin@office", "wu-qiang@pay"}},
	{flow: "expense-approval", record: expense("9000", "entertainment"), fill: paid, asked: []string{"wang-lei@manager", "zhou-ting@finance", "ma-lin@office", "wu-qiang@pay"}},

	{flow: "purchase-approval", record: expense("5000", "office"), fill: paid, asked: []string{"wang-lei@manager", "zhou-ting@committee", "chen-zhiyuan@committee", "wu-qiang@pay"}},

	{flow: "leave-approval", record: leave("3"), asked: []string{"wang-lei@manager"}},
	{flow: "leave-approval", record: leave("3.5"), asked: []string{"wang-lei@manager", "ma-lin@office"}},
}

var (
	opinions = map[string]map[string]any{"finance": {"finance_opinion": "sound"}, "legal": {"legal_opinion": "lawful"}}
	paid     = map[string]map[string]any{"pay": {"status": "paid"}}
)

func contract(amount string, months int) map[string]any {
	return map[string]any{"title": "C", "customer": "client", "amount": amount, "term_months": months, "payment_terms": "net30"}
}

func discounted(discount string) map[string]any {
	c := contract("8000", 12)
	c["discount"] = discount
	return c
}

func registration(region, industry string) map[string]any {
	return map[string]any{"customer": "client", "customer_name": "Client", "region": region, "industry": industry, "applicant": "li-na"}
}

func client(score int) map[string]any {
	return map[string]any{"name": "Client", "region": "beijing", "industry": "other", "account_owner": "li-na", "credit_score": score}
}

func customer() map[string]any {
	return map[string]any{"name": "Client", "region": "beijing", "industry": "other", "account_owner": "li-na"}
}

func acceptance(limit string) map[string]map[string]any {
	return map[string]map[string]any{
		"entry": {"credit_code": "91", "phone": "1", "address": "here"}, "terms": {"payment_terms": "net30"},
		"limit": {"credit_score": 70, "credit_limit": limit}, "cost": {"sales_cost": "1000"}, "account": {"erp_code": "E1"},
	}
}

func quote(discount string) map[string]any {
	return map[string]any{"title": "Q", "customer": "client", "amount": "1000", "discount": discount, "reason": "volume"}
}

func expense(amount, category string) map[string]any {
	return map[string]any{"title": "E", "amount": amount, "category": category, "spent_on": "2026-03-01"}
}

func leave(days string) map[string]any {
	return map[string]any{"title": "L", "kind": "annual", "starts_on": "2026-03-02", "days": days, "cover": "zhao-min"}
}

// TestSampleFlowsAskTheRightPeople runs every sample on each side of each threshold, everybody agreeing.
func TestSampleFlowsAskTheRightPeople(t *testing.T) {
	for i, run := range sampleRuns {
		t.Run(fmt.Sprintf("%s/%d", run.flow, i), func(t *testing.T) {
			s := newSamplePlay(t, run)
			got := s.decide(-1)
			slices.Sort(got)
			want := slices.Sorted(slices.Values(run.asked))
			if !slices.Equal(got, want) {
				t.Errorf("asked %v, want %v", got, want)
			}
			if s.State.Status != machine.Approved {
				t.Errorf("ended as %s: %+v", s.State.Status, s.State.Incidents)
			}
		})
	}
}

// TestSampleFlowsEndWhenAnybodyRejects rejects at every approval in turn.
func TestSampleFlowsEndWhenAnybodyRejects(t *testing.T) {
	for i, run := range sampleRuns {
		for at := range run.asked {
			t.Run(fmt.Sprintf("%s/%d/%d", run.flow, i, at), func(t *testing.T) {
				s := newSamplePlay(t, run)
				s.decide(at)
				if s.rejected != (s.State.Status == machine.Rejected) || !s.State.Status.Ended() {
					t.Errorf("rejected %v, and ended as %s: %+v", s.rejected, s.State.Status, s.State.Incidents)
				}
				if s.rejected && run.record["status"] != "rejected" && s.Record["status"] != "rejected" {
					t.Errorf("the record says %v", s.Record["status"])
				}
			})
		}
	}
}

// samplePlay is a run under way.
type samplePlay struct {
	*machinetest.Play
	t        *testing.T
	run      sampleRun
	types    record.Types
	rejected bool
}

func newSamplePlay(t *testing.T, run sampleRun) *samplePlay {
	t.Helper()
	s := &samplePlay{t: t, run: run, types: record.Types{}}
	var types []record.Type
	s.read(assets.Records(), "types.json", &types)
	for i := range types {
		s.types[types[i].Key] = &types[i]
	}
	var company org.Company
	s.read(assets.Records(), "company.json", &company)
	document, err := fs.ReadFile(assets.Flows(), run.flow+".json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := flow.Parse(document)
	if err != nil {
		t.Fatal(err)
	}
	g, err := flow.Compile(d, 1, s.types)
	if err != nil {
		t.Fatal(err)
	}
	s.Play = &machinetest.Play{Graph: g, Record: s.parse(d.Record, run.record), Linked: map[string]record.Values{}, People: peopleOf(company, "li-na")}
	if run.client != nil {
		s.Linked["client"] = s.parse("customer", run.client)
	}
	mustDo(t, s.Play, machine.Event{Type: machine.EventSubmitted, At: sampleTime, By: "li-na"})
	return s
}

var sampleTime = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// peopleOf writes who is meant by each selector, as seen by submitter.
func peopleOf(c org.Company, submitter string) map[string][]string {
	people := map[string][]string{}
	for _, p := range c.People {
		for _, post := range p.Posts {
			if p.Active {
				people["post:"+post] = append(people["post:"+post], p.ID)
			}
		}
		if p.ID == submitter {
			people["manager"] = []string{p.Manager}
		}
	}
	for _, d := range c.Departments {
		people["head:"+d.ID] = []string{d.Head}
	}
	return people
}

// decide has everybody agree, but for the one asked as number reject, and tells who was asked where.
func (s *samplePlay) decide(reject int) []string {
	s.t.Helper()
	var asked []string
	for open := s.Open(); len(open) > 0 && len(asked) < 20; open = s.Open() {
		task := open[0]
		ev := machine.Event{Type: machine.EventDecided, At: sampleTime, By: task.Assignee, Task: task.ID, Outcome: machine.OutcomeApproved}
		ev.Set = s.parsePart(s.run.fill[task.Node])
		switch {
		case task.Type == flow.ActionDo:
			ev.Outcome = machine.OutcomeDone
		case len(asked) == reject:
			ev.Outcome, ev.Comment, s.rejected = machine.OutcomeRejected, "no", true
		}
		mustDo(s.t, s.Play, ev)
		asked = append(asked, task.Assignee+"@"+task.Node)
	}
	return asked
}

func (s *samplePlay) read(files fs.FS, name string, into any) {
	s.t.Helper()
	data, err := fs.ReadFile(files, name)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *samplePlay) parse(typ string, raw map[string]any) record.Values {
	s.t.Helper()
	values, err := s.types[typ].Parse(raw)
	if err != nil {
		s.t.Fatal(err)
	}
	return values
}

func (s *samplePlay) parsePart(raw map[string]any) record.Values {
	if len(raw) == 0 {
		return nil
	}
	return s.parse(s.Graph.Type().Key, raw)
}
