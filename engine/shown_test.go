package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
)

// What somebody looked at may be stale by the time they submit it: another copy of the program has changed it, or
// submitted it. It is submitted as it is stored, or refused for what is.
func TestWhatIsSubmittedIsWhatIsStored(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		h.Publish(plain("plain"))
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now})
		look := func() string {
			t.Helper()
			id := h.Add(lin, "contract", values{"title": "Lease", "months": 12})
			ok[engine.RecordView](t)(h.Record(t.Context(), lin, "contract", id))
			return id
		}
		submit := func(id string) (engine.InstanceInfo, error) {
			return h.Submit(t.Context(), lin, engine.Submission{Flow: "plain", Record: id})
		}

		changed := look()
		ok[engine.RecordSaved](t)(other.ChangeRecord(t.Context(), lin, "contract", changed, 0, values{"title": "Lease of a crane"}, nil))
		if in := ok[engine.InstanceInfo](t)(submit(changed)); in.Record.Title != "Lease of a crane" {
			t.Errorf("submitted as %q", in.Record.Title)
		}

		taken := look()
		first := other.Start(lin, "plain", taken, nil)
		_, err := submit(taken)
		refused(t, err, fault.Conflict, "record_locked")
		if r := live(t, h, taken); r.LockedBy != first {
			t.Errorf("it is held by %q", r.LockedBy)
		}
	})
}
