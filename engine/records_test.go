package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
)

func TestWhoSeesAndChangesARecord(t *testing.T) {
	h := enginetest.New(t)
	id := h.Add(lin, "contract", values{"title": "Lease"})
	for who, may := range map[string]bool{lin: true, chen: true, gao: true, admin: true, wu: false, fang: false, keyUser: false, he: false} {
		r, err := h.Record(t.Context(), who, "contract", id)
		list := ok[engine.Page[engine.RecordView]](t)(h.Records(t.Context(), who, engine.RecordsAsked{Type: "contract"}))
		if !may {
			refused(t, err, fault.NotFound, "no_such_record")
			_, err = h.ChangeRecord(t.Context(), who, "contract", id, 1, values{"title": "Mine"}, nil)
			refused(t, err, fault.NotFound, "no_such_record")
			if list.Total != 0 {
				t.Errorf("%s lists %d", who, list.Total)
			}
			continue
		}
		if err != nil || list.Total != 1 || list.Items[0].Title != "Lease" {
			t.Errorf("%s: %v %+v", who, err, list)
		}
		if _, err := h.ChangeRecord(t.Context(), who, "contract", id, r.Revision, values{"months": 12}, nil); err != nil {
			t.Errorf("%s: %v", who, err)
		}
	}
}

func TestSavingARecordRefuses(t *testing.T) {
	h := enginetest.New(t)
	id := h.Add(lin, "contract", values{"title": "Lease", "serial": "A1"})
	theirs := h.Add(wu, "customer", values{"name": "Wu's"})
	for name, c := range map[string]struct {
		set    values
		code   fault.Code
		reason string
		field  string
	}{
		"unknown field":       {values{"title": "x", "colour": 1}, fault.Invalid, "bad_values", "colour"},
		"system column":       {values{"title": "x", "owner": wu}, fault.Invalid, "bad_values", "owner"},
		"wrong type":          {values{"title": 5}, fault.Invalid, "bad_values", "title"},
		"control characters":  {values{"title": "a\x00"}, fault.Invalid, "bad_values", "title"},
		"required":            {values{"title": ""}, fault.Invalid, "bad_values", "title"},
		"required in a row":   {values{"title": "x", "items": []any{map[string]any{"price": 1}}}, fault.Invalid, "bad_values", "items[0].what"},
		"somebody else's":     {values{"title": "x", "customer": theirs}, fault.Invalid, "bad_values", "customer"},
		"a link to nothing":   {values{"title": "x", "customer": "none"}, fault.Invalid, "bad_values", "customer"},
		"nobody":              {values{"title": "x", "reviewer": "none"}, fault.Invalid, "bad_values", "reviewer"},
		"taken":               {values{"title": "x", "serial": "A1"}, fault.Conflict, "value_taken", "serial"},
		"too many decimals":   {values{"title": "x", "amount": "1.005"}, fault.Invalid, "bad_values", "amount"},
		"a number in letters": {values{"title": "x", "amount": "1e99999999"}, fault.Invalid, "bad_values", "amount"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := h.AddRecord(t.Context(), lin, "contract", c.set, "", "")
			refused(t, err, c.code, c.reason)
			if f := fault.From(err).Fields; len(f) != 1 || f[0].Path != c.field {
				t.Errorf("it names %+v, want %s", f, c.field)
			}
		})
	}
	_, err := h.AddRecord(t.Context(), lin, "spaceship", values{}, "", "")
	refused(t, err, fault.NotFound, "no_such_record_type")
	_, err = h.ChangeRecord(t.Context(), lin, "contract", id, 7, values{"title": "Late"}, nil)
	refused(t, err, fault.Conflict, "record_moved_on")
	if p := ok[engine.Page[engine.RecordView]](t)(h.Records(t.Context(), lin, engine.RecordsAsked{Type: "contract"})); p.Total != 1 {
		t.Errorf("%d contracts, want the first alone", p.Total)
	}
}

func TestRecordLists(t *testing.T) {
	h := enginetest.New(t)
	for _, c := range []struct{ title, amount string }{{"Alpha", "10"}, {"Beta", "200"}, {"Gamma", "3000"}} {
		h.Add(lin, "contract", values{"title": c.title, "amount": c.amount, "approved": c.title == "Beta"})
	}
	for name, c := range map[string]struct {
		asked engine.RecordsAsked
		want  []string
	}{
		"sorted":       {engine.RecordsAsked{Sort: "-amount"}, []string{"Gamma", "Beta", "Alpha"}},
		"at least":     {engine.RecordsAsked{Sort: "amount", Filters: []engine.FilterAsked{{Field: "amount", Op: engine.AtLeast, Value: "200"}}}, []string{"Beta", "Gamma"}},
		"one of":       {engine.RecordsAsked{Sort: "amount", Filters: []engine.FilterAsked{{Field: "amount", Op: engine.OneOf, Value: "10,3000"}}}, []string{"Alpha", "Gamma"}},
		"yes":          {engine.RecordsAsked{Filters: []engine.FilterAsked{{Field: "approved", Op: engine.Equal, Value: "true"}}}, []string{"Beta"}},
		"search":       {engine.RecordsAsked{Search: "amm"}, []string{"Gamma"}},
		"system":       {engine.RecordsAsked{Filters: []engine.FilterAsked{{Field: "owner", Op: engine.Equal, Value: wu}}}, nil},
		"page":         {engine.RecordsAsked{Sort: "amount", Offset: 1, Limit: 1}, []string{"Beta"}},
		"wildcards":    {engine.RecordsAsked{Search: "%"}, nil},
		"a quote":      {engine.RecordsAsked{Search: "' OR 1=1 --"}, nil},
		"not in there": {engine.RecordsAsked{Filters: []engine.FilterAsked{{Field: "title", Op: engine.Contains, Value: "_"}}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			c.asked.Type = "contract"
			p := ok[engine.Page[engine.RecordView]](t)(h.Records(t.Context(), lin, c.asked))
			var got []string
			for _, r := range p.Items {
				got = append(got, r.Title)
			}
			if len(got) != len(c.want) {
				t.Fatalf("got %v, want %v", got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Fatalf("got %v, want %v", got, c.want)
				}
			}
		})
	}
	for name, asked := range map[string]engine.RecordsAsked{
		"unknown field":    {Filters: []engine.FilterAsked{{Field: "colour", Op: engine.Equal, Value: "1"}}},
		"unknown operator": {Filters: []engine.FilterAsked{{Field: "amount", Op: "like", Value: "1"}}},
		"no number":        {Filters: []engine.FilterAsked{{Field: "amount", Op: engine.Equal, Value: "much"}}},
		"unknown sort":     {Sort: "-colour"},
		"rows":             {Sort: "items"},
	} {
		asked.Type = "contract"
		_, err := h.Records(t.Context(), lin, asked)
		if !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v, want invalid", name, err)
		}
	}
}

func TestWhatCanBeStartedOnARecord(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain").Form(enginetest.Fields("amount", "required", "margin", "hidden", "title", "read")))
	id := h.Add(lin, "contract", values{"title": "Lease", "amount": "1"})
	f := ok[engine.RecordFlows](t)(h.RecordFlows(t.Context(), lin, "contract", id))
	if len(f.Startable) != 1 || f.Startable[0].Key != "plain" || f.Startable[0].Version != 1 || len(f.Instances) != 0 {
		t.Fatalf("flows: %+v", f)
	}
	form := map[string]string{}
	for _, x := range f.Startable[0].Fields {
		form[x.Key] = string(x.Access)
	}
	if form["amount"] != "required" || form["margin"] != "" || form["title"] != "read" || form["months"] != "edit" {
		t.Errorf("the form: %v", form)
	}
	in := h.Start(lin, "plain", id, nil)
	f = ok[engine.RecordFlows](t)(h.RecordFlows(t.Context(), lin, "contract", id))
	if len(f.Startable) != 0 || len(f.Instances) != 1 || f.Instances[0].ID != in {
		t.Errorf("while it runs: %+v", f)
	}
	f = ok[engine.RecordFlows](t)(h.RecordFlows(t.Context(), admin, "contract", id))
	if len(f.Instances) != 1 {
		t.Errorf("an admin sees %+v", f)
	}
}
