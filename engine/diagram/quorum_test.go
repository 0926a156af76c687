package diagram

import (
	"testing"

	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/text"
)

func TestHowManyMustAgreeIsSaidBriefly(t *testing.T) {
	two := flow.Fraction{Of: 2, All: 3}
	veto := []org.Selector{{Post: "cfo"}}
	cases := []struct {
		quorum flow.Quorum
		zh, en string
	}{
		{flow.Quorum{Mode: flow.QuorumAny, AllRejects: true}, "", ""},
		{flow.Quorum{Mode: flow.QuorumAll}, "（会签）", " (all agree)"},
		{flow.Quorum{Mode: flow.QuorumAll, Veto: veto}, "（会签，可一票否决）", " (all agree, with veto)"},
		{flow.Quorum{Mode: flow.QuorumOrder}, "（依次）", " (in order)"},
		{flow.Quorum{Mode: flow.QuorumVote}, "（票签）", " (vote)"},
		{flow.Quorum{Mode: flow.QuorumVote, Vote: &flow.Vote{Share: two}}, "（票签，至少 2/3）", " (vote, at least 2/3)"},
		{flow.Quorum{Mode: flow.QuorumVote, Vote: &flow.Vote{Share: two, Over: true}, Veto: veto}, "（票签，超过 2/3，可一票否决）", " (vote, over 2/3, with veto)"},
	}
	for _, c := range cases {
		for lang, want := range map[text.Lang]string{text.Chinese: c.zh, text.English: c.en} {
			if got := (builder{o: Options{Lang: lang}}).quorum(c.quorum); got != want {
				t.Errorf("%+v in %s: %q, want %q", c.quorum, lang, got, want)
			}
		}
	}
}
