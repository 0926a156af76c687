package engine_test

import (
	"slices"
	"testing"

	"flowline/engine/enginetest"
	"flowline/engine/fault"
)

func TestTopics(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	for topic, may := range map[string][]string{
		"instance:" + in:   {lin, chen, gao, admin},
		"thread:" + in:     {lin, chen, gao, admin},
		"inbox:" + lin:     {lin},
		"draft:plain":      {keyUser, admin},
		"records:contract": {lin, wu, chen, gao, keyUser, admin},
		"instances":        {lin, wu, chen, gao, keyUser, admin},
		"instances:x":      {},
		"instance:forged":  {},
		"records:none":     {},
		"draft:none":       {},
		"nonsense":         {},
		"":                 {},
	} {
		for _, who := range []string{lin, wu, chen, gao, keyUser, admin} {
			revision, err := h.Topic(t.Context(), who, topic)
			if slices.Contains(may, who) {
				if err != nil || revision <= 0 {
					t.Errorf("%s to %q: %d %v", topic, who, revision, err)
				}
			} else if !fault.Is(err, fault.NotFound) {
				t.Errorf("%s to %q: %v, want not_found", topic, who, err)
			}
		}
		if _, err := h.Topic(t.Context(), "stranger", topic); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a stranger to %q: %v", topic, err)
		}
	}
}

func TestWhatIsPublishedAfterTheCommit(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	contract := h.Add(lin, "contract", values{"title": "Lease"})
	h.Published.Take()
	in := h.Start(lin, "plain", contract, nil)
	want := []string{"instance:" + in, "instances", "inbox:" + chen, "records:contract"}
	if got := h.Published.Take(); !slices.Equal(got, want) {
		t.Errorf("published %v, want %v", got, want)
	}
	before, _ := h.Topic(t.Context(), chen, "inbox:"+chen)
	approve(t, h, chen, in)
	if h.Published.Last("instance:"+in) != 2 {
		t.Errorf("revision %d was published, want 2", h.Published.Last("instance:"+in))
	}
	if after := h.Published.Last("inbox:" + chen); after <= before {
		t.Errorf("the inbox was at %d when it was subscribed to, and then at %d", before, after)
	}
}
