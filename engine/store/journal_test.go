package store

import "testing"

// Rows hold the entries of a step; those written before that hold one.
func TestARowOfTheJournalIsAListOrOneEntry(t *testing.T) {
	for doc, want := range map[string]int{`{"seq":3,"type":"started"}`: 1, `[{"seq":3,"type":"started"},{"seq":4,"type":"entered"}]`: 2} {
		list, err := entriesOf([]byte(doc))
		if err != nil || len(list) != want || list[0].Seq != 3 || list[want-1].Seq != int64(2+want) {
			t.Errorf("%s: %v %v", doc, list, err)
		}
	}
	if _, err := entriesOf([]byte(`[{"seq":`)); err == nil {
		t.Error("half a list was read")
	}
}
