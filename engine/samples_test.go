package engine_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"testing"

	"flowline/assets"
	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

// The people of the samples.
const (
	seller   = "li-na"
	manager  = "wang-lei"
	finance  = "zhou-ting"
	legal    = "zheng-kai"
	general  = "chen-zhiyuan"
	sampleIT = "he-yong"
)

// sampleHouse is an engine with the sample company, record types and flows, all published.
func sampleHouse(t *testing.T) *enginetest.House {
	t.Helper()
	s := enginetest.Checked(t, storetest.Open(t, storetest.SQLite(t), store.Options{}))
	var company org.Company
	var types []record.Type
	read(t, assets.Records(), "company.json", &company)
	read(t, assets.Records(), "types.json", &types)
	for _, p := range company.People {
		must(t, s.SavePerson(t.Context(), p))
	}
	for _, d := range company.Departments {
		must(t, s.SaveDepartment(t.Context(), d))
	}
	for _, p := range company.Posts {
		must(t, s.SavePost(t.Context(), p))
	}
	for _, typ := range types {
		must(t, s.SaveType(t.Context(), typ))
	}
	h := enginetest.Beside(t, s, engine.Options{})
	files, err := fs.Glob(assets.Flows(), "*.json")
	must(t, err)
	for _, name := range files {
		document, err := fs.ReadFile(assets.Flows(), name)
		must(t, err)
		d, err := flow.Parse(document)
		must(t, err)
		draft := ok[engine.DraftView](t)(h.NewFlow(t.Context(), sampleIT, engine.NewFlow{Key: d.Key, Name: d.Name, Record: d.Record}))
		draft = ok[engine.DraftView](t)(h.SaveDraft(t.Context(), sampleIT, d.Key, draft.Revision, document))
		_, err = h.Engine.Publish(t.Context(), sampleIT, d.Key, draft.Revision, "first")
		if err != nil {
			t.Fatalf("%s: %v %+v", name, err, engine.ProblemsOf(err))
		}
	}
	return h
}

func read(t *testing.T, files fs.FS, name string, into any) {
	t.Helper()
	raw, err := fs.ReadFile(files, name)
	must(t, err)
	must(t, json.Unmarshal(raw, into))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestContractApproval runs the sample over contracts on both sides of every threshold: who is asked, and that the path
// ahead said so before.
func TestContractApproval(t *testing.T) {
	h := sampleHouse(t)
	opinions := map[string]values{finance: {"finance_opinion": "sound"}, legal: {"legal_opinion": "lawful"}}
	number := 0
	for _, amount := range []string{"100000", "100000.01"} {
		for _, score := range []int{70, 69} {
			for _, months := range []int{12, 13} {
				number++
				name := fmt.Sprintf("%s at score %d for %d months", amount, score, months)
				want := []string{manager}
				if score < 70 {
					want = append(want, finance)
				}
				if months > 12 {
					want = append(want, legal)
				}
				if amount != "100000" {
					want = append(want, general)
				}
				customer := addSample(t, h, "customer", values{"name": fmt.Sprint("Client ", number), "credit_score": score,
					"region": "guangdong", "industry": "machinery", "account_owner": seller})
				contract := addSample(t, h, "contract", values{"title": name, "customer": customer, "amount": amount,
					"term_months": months, "payment_terms": "net30"})
				s := engine.Submission{Flow: "contract-approval", Record: contract}
				ahead := asked(ok[engine.Preview](t)(h.Preview(t.Context(), seller, s)))
				in := ok[engine.InstanceInfo](t)(h.Submit(t.Context(), seller, s))
				for _, who := range want {
					in = ok[engine.InstanceInfo](t)(h.Decide(t.Context(), who, engine.Verdict{
						Task: h.TaskOf(who, in.ID), Outcome: machine.OutcomeApproved, Set: opinions[who]}))
				}
				if in.Status != machine.Approved || !slices.Equal(ahead, want) {
					t.Errorf("%s: %s, ahead were %v, want %v", name, in.Status, ahead, want)
				}
				if r := ok[engine.RecordView](t)(h.Record(t.Context(), seller, "contract", contract)); r.Values["status"] != "approved" {
					t.Errorf("%s: the contract is %v", name, r.Values["status"])
				}
			}
		}
	}
}

// TestCustomerRegistration: adding a customer registers it by itself, with the one who decides on its region and industry.
func TestCustomerRegistration(t *testing.T) {
	h := sampleHouse(t)
	for i, c := range []struct{ region, industry, decides string }{
		{"fujian", "electronics", "lin-jianguo"},
		{"guangdong", "electronics", "gao-feng"},
		{"guangdong", "healthcare", "luo-yan"},
		{"guangdong", "machinery", manager},
	} {
		set := values{"name": fmt.Sprint("New client ", i), "region": c.region, "industry": c.industry, "account_owner": seller}
		added := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), seller, "customer", set, "", ""))
		if len(added.Started) != 1 || len(added.Problems) != 0 {
			t.Fatalf("%v: started %v, problems %v", c, added.Started, added.Problems)
		}
		// Somebody else cannot claim the same client meanwhile.
		set["account_owner"] = "zhao-min"
		_, err := h.AddRecord(t.Context(), "zhao-min", "customer", set, "", "")
		refused(t, err, "conflict", "value_taken")

		in := approve(t, h, c.decides, added.Started[0])
		r := ok[engine.RecordView](t)(h.Record(t.Context(), seller, "customer", added.ID))
		if in.Status != machine.Approved || r.Values["status"] != "registered" || r.Values["account_owner"] != seller {
			t.Errorf("%v: %s, the customer is %v", c, in.Status, r.Values)
		}
	}
}

func addSample(t *testing.T, h *enginetest.House, typ string, set values) string {
	t.Helper()
	r := ok[engine.RecordSaved](t)(h.AddRecord(t.Context(), seller, typ, set, "", ""))
	if len(r.Problems) != 0 {
		t.Fatalf("add %s: %+v", typ, r.Problems)
	}
	for _, id := range r.Started { // what adding it sets off is another test's matter
		in, err := h.Instance(t.Context(), sampleIT, id)
		must(t, err)
		if !in.Status.Ended() {
			_, err = h.Terminate(t.Context(), sampleIT, id, "not in this test", "")
			must(t, err)
		}
	}
	return r.ID
}

// asked lists who is asked on a path ahead.
func asked(p engine.Preview) []string {
	var out []string
	for _, s := range p.Steps {
		for _, person := range s.People {
			out = append(out, person.ID)
		}
	}
	return out
}
