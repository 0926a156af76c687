package engine_test

import (
	"slices"
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
)

// TestEachOfSeveralSubflowsIsToldApart: the history says which one each line is about, to whoever may look at it by the number
// of its record too.
func TestEachOfSeveralSubflowsIsToldApart(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(review())
	h.Publish(enginetest.Flow("thrice", "contract").
		Subflow("review", "review", func(s *flow.Subflow) {
			s.Over, s.Of, s.In = flow.OverNew, "contract", []flow.Assign{{Field: "title", From: "record.title"}}
			s.Each, s.Finish = &flow.Each{Count: 3}, &flow.Finish{Mode: flow.FinishAny}
		}).
		Approve("sign", enginetest.By("person:"+fang)).
		End("end", flow.ResultApproved).Path("start", "review", "sign", "end"))
	in := h.Start(lin, "thrice", h.Add(lin, "contract", values{"title": "frame"}), nil)
	work(t, h)
	parts := ok[engine.InstanceView](t)(h.Instance(t.Context(), lin, in)).Parts
	settle(t, h, luo, parts[1].Instance, machine.OutcomeApproved, nil)
	work(t, h)
	for who, number := range map[string]bool{lin: true, fang: false} {
		var told []string
		for _, e := range ok[engine.InstanceView](t)(h.Instance(t.Context(), who, in)).Timeline {
			switch e.Type {
			case machine.EntryChildStarted, machine.EntryChildEnded, machine.EntryChildCalledOff:
				if (e.Number != "") != number {
					t.Errorf("%s is told of %q", who, e.Number)
				}
				told = append(told, string(e.Type)+" "+e.Item.EN)
			default:
				if !e.Item.Empty() || e.Number != "" {
					t.Errorf("%s is about %v", e.Type, e.Item)
				}
			}
		}
		want := []string{"child.called_off No. 1", "child.called_off No. 3", "child.ended No. 2", "child.started No. 1", "child.started No. 2", "child.started No. 3"}
		if slices.Sort(told); !slices.Equal(told, want) {
			t.Errorf("%s is told %v", who, told)
		}
	}
}
