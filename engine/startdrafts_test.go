package engine_test

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/flow"
)

func TestARequestIsKeptUntilItIsSubmitted(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		ctx := t.Context()
		publish := func(f ...string) {
			h.Publish(enginetest.Flow("kept", "contract").Form(enginetest.Fields(f...)).
				Approve("check", enginetest.By("post:finance")).End("end", flow.ResultApproved).Path("start", "check", "end"))
		}
		publish("title", "edit", "months", "edit", "margin", "hidden", "items", "edit", "opinion", "edit")
		contract := h.Add(lin, "contract", values{"title": "Lease"})
		note := upload(t, h, lin, "note.txt", "See there")
		d := engine.StartDraft{Flow: "kept", Record: contract, Version: 1, Base: 1, Files: []string{note},
			Set: values{"months": 6, "opinion": "half", "items": []any{values{"what": "Desk"}}}}
		keep := func(who string, set values, revision int64) error {
			one := d
			one.Set, one.Revision = set, revision
			_, err := h.KeepStart(ctx, who, one)
			return err
		}
		kept := ok[engine.StartDraftInfo](t)(h.KeepStart(ctx, lin, d))
		if kept.Revision != 1 || kept.Record.Title != "Lease" || kept.FlowName.EN != "Flow kept" {
			t.Errorf("kept as %+v", kept)
		}
		refused(t, keep(lin, values{"margin": "0.5"}, 1), fault.Forbidden, "field_not_editable")
		refused(t, keep(lin, values{"months": "many"}, 1), fault.Invalid, "bad_values")
		refused(t, keep(lin, d.Set, 0), fault.Conflict, "start_draft_moved_on")
		refused(t, keep(wu, d.Set, 0), fault.NotFound, "no_such_record")
		if list, _, err := h.Store.Instances(ctx, engine.InstanceQuery{RecordType: "contract", RecordID: contract}); err != nil || len(list) != 0 {
			t.Errorf("a draft is an instance: %+v %v", list, err)
		}
		for _, who := range []string{chen, admin} {
			if list := ok[[]engine.StartDraftInfo](t)(h.StartDrafts(ctx, who)); len(list) != 0 {
				t.Errorf("%s finds %+v", who, list)
			}
			_, err := h.StartDraft(ctx, who, kept.ID)
			refused(t, err, fault.NotFound, "no_start_draft")
		}
		h.Clock.Add(72 * time.Hour)
		if err := h.RemoveLooseFiles(ctx); err != nil {
			t.Fatal(err)
		}
		view := ok[engine.StartDraftView](t)(h.StartDraft(ctx, lin, kept.ID))
		if len(view.Set) != 3 || view.RecordChanged || view.FlowChanged || len(view.Dropped) != 0 || len(view.Files) != 1 || view.Files[0].Name != "note.txt" {
			t.Errorf("three days later: %+v", view)
		}
		if can := ok[engine.RecordFlows](t)(h.RecordFlows(ctx, lin, "contract", contract)).Startable; len(can) != 1 || can[0].Draft != kept.ID {
			t.Errorf("on the record: %+v", can)
		}

		// The record and the flow change: what still fits stays, the rest is named.
		if _, err := h.ChangeRecord(ctx, lin, "contract", contract, 0, values{"title": "Longer lease"}, nil); err != nil {
			t.Fatal(err)
		}
		publish("title", "edit", "months", "edit", "opinion", "read", "items", "edit")
		view = ok[engine.StartDraftView](t)(h.StartDraft(ctx, lin, kept.ID))
		if _, fits := view.Set["months"]; !fits || len(view.Set) != 1 || !view.RecordChanged || !view.FlowChanged || len(view.Dropped) != 2 {
			t.Errorf("after both changed: %+v", view)
		}

		ok[engine.InstanceInfo](t)(h.Submit(ctx, lin, engine.Submission{Flow: "kept", Record: contract, Kept: true}))
		if list := ok[[]engine.StartDraftInfo](t)(h.StartDrafts(ctx, lin)); len(list) != 0 {
			t.Errorf("after submitting: %+v", list)
		}
		refused(t, keep(lin, d.Set, 1), fault.Conflict, "record_locked")
	})
}

func TestANewRecordIsKeptUntilItIsAdded(t *testing.T) {
	h := enginetest.New(t)
	ctx := t.Context()
	d := engine.StartDraft{ID: "new-1", Type: "contract", Set: values{"title": " Lease "}}
	kept := ok[engine.StartDraftInfo](t)(h.KeepStart(ctx, lin, d))
	if kept.Record.Title != "Lease" || kept.Record.ID != "" || kept.Record.TypeName.Empty() {
		t.Errorf("kept as %+v", kept)
	}
	d.ID = "r1.kept"
	_, err := h.KeepStart(ctx, lin, d)
	refused(t, err, fault.Invalid, "bad_input")
	d.ID, d.Type = "new-2", "nothing"
	_, err = h.KeepStart(ctx, lin, d)
	refused(t, err, fault.NotFound, "no_such_record_type")
	if err := h.DropStart(ctx, wu, "new-1"); err != nil { // somebody else's is not touched
		t.Fatal(err)
	}
	if view := ok[engine.StartDraftView](t)(h.StartDraft(ctx, lin, "new-1")); view.Set["title"] != " Lease " || view.RecordChanged || view.FlowChanged {
		t.Errorf("found %+v", view)
	}
	if err := h.DropStart(ctx, lin, "new-1"); err != nil {
		t.Fatal(err)
	}
	_, err = h.StartDraft(ctx, lin, "new-1")
	refused(t, err, fault.NotFound, "no_start_draft")
	d.Type = "contract"
	for i := range 51 {
		d.ID = "new-" + string(rune('A'+i%26)) + string(rune('a'+i/26))
		_, err = h.KeepStart(ctx, lin, d)
	}
	refused(t, err, fault.Refused, "too_many_drafts")
}

func TestAnAddedRecordIsKeptNoMore(t *testing.T) {
	h := enginetest.New(t)
	ctx := t.Context()
	d := engine.StartDraft{ID: "new-1", Type: "contract", Set: values{"title": "Lease"}}
	for _, who := range []string{lin, wu} {
		ok[engine.StartDraftInfo](t)(h.KeepStart(ctx, who, d))
	}
	_, err := h.AddRecord(ctx, lin, "contract", values{}, "", d.ID)
	refused(t, err, fault.Invalid, "bad_values")
	ok[engine.StartDraftView](t)(h.StartDraft(ctx, lin, d.ID)) // nothing was added
	ok[engine.RecordSaved](t)(h.AddRecord(ctx, lin, "contract", values{"title": "Lease"}, "", d.ID))
	_, err = h.StartDraft(ctx, lin, d.ID)
	refused(t, err, fault.NotFound, "no_start_draft")
	ok[engine.StartDraftView](t)(h.StartDraft(ctx, wu, d.ID))

	clinging, err := engine.New(clinging{h.Store}, engine.Options{Now: h.Clock.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	saved := ok[engine.RecordSaved](t)(clinging.AddRecord(ctx, wu, "contract", values{"title": "Lease"}, "", d.ID))
	ok[engine.RecordView](t)(h.Record(ctx, wu, "contract", saved.ID))
}

// clinging is a store that forgets no draft.
type clinging struct{ engine.Store }

func (clinging) RemoveStartDraft(context.Context, string, string) error { return errors.New("busy") }

func TestADraftOfWhatIsInAFlowSaysWhy(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("one"))
	h.Publish(plain("two"))
	contract := h.Add(lin, "contract", values{"title": "Lease"})
	kept := ok[engine.StartDraftInfo](t)(h.KeepStart(t.Context(), lin, engine.StartDraft{Flow: "one", Record: contract, Version: 1, Base: 1, Set: values{}}))
	h.Start(lin, "two", contract, nil)
	view := ok[engine.StartDraftView](t)(h.StartDraft(t.Context(), lin, kept.ID))
	if view.Blocked.Empty() || view.Record.ID != contract {
		t.Errorf("in a flow: %+v", view)
	}
}
