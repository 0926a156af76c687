package machine_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/machine/machinetest"
)

// Votes of random weights, in a random order, come to what an oracle says that knows no short cuts: after every vote it
// tries out all that the others could still do, and the vote is settled as soon as that makes no difference any more.
func TestVotesComeToWhatTryingOutEverythingSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := oracle{
			all:      rapid.IntRange(1, 9).Draw(t, "all"),
			over:     rapid.Bool().Draw(t, "over"),
			excluded: rapid.Bool().Draw(t, "excluded"),
		}
		o.of = rapid.IntRange(1, o.all).Draw(t, "of")
		n := rapid.IntRange(1, 5).Draw(t, "voters")
		var people, weights []string
		for i := range n {
			o.weights = append(o.weights, rapid.IntRange(1, 5).Draw(t, "weight"))
			people = append(people, fmt.Sprintf("person:p%d", i))
			weights = append(weights, fmt.Sprintf("person:p%d=%d", i, o.weights[i]))
		}
		o.votes = make([]machine.Outcome, n)
		w := newWalk(t, o.flow(t, people, weights), nil)
		w.do(machine.Event{Type: machine.EventSubmitted, By: "ann"})
		for range n {
			open := w.play.Open()
			if len(open) == 0 {
				break
			}
			k := rapid.SampledFrom(open).Draw(t, "task")
			vote := rapid.SampledFrom(votes).Draw(t, "vote")
			w.do(machine.Event{Type: machine.EventDecided, By: k.Assignee, Task: k.ID, Outcome: vote, Comment: "so be it"})
			var voter int
			if _, err := fmt.Sscanf(k.Assignee, "p%d", &voter); err != nil {
				t.Fatal(err)
			}
			o.votes[voter] = vote
			if got, want := w.play.State.Status, o.status(); got != want {
				t.Fatalf("%+v is %s, want %s", o, got, want)
			}
		}
	})
}

var votes = []machine.Outcome{machine.OutcomeApproved, machine.OutcomeRejected, machine.OutcomeAbstained}

type oracle struct {
	of, all        int
	over, excluded bool
	weights        []int
	votes          []machine.Outcome
}

func (o oracle) flow(t *rapid.T, people, weights []string) flow.Definition {
	line := fmt.Sprintf("approve m by %s quorum vote share %d/%d weights %s", strings.Join(people, ","), o.of, o.all, strings.Join(weights, ","))
	if o.over {
		line += " over"
	}
	if o.excluded {
		line += " excluded"
	}
	d, err := machinetest.ParseFlow("start s\n" + line + "\nend e\ns -> m -> e")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// status tries out all votes that are still to come.
func (o oracle) status() machine.Status {
	yes, no := 0, 0
	o.tryOut(0, append([]machine.Outcome(nil), o.votes...), &yes, &no)
	switch {
	case no == 0:
		return machine.Approved
	case yes == 0:
		return machine.Rejected
	}
	return machine.Running
}

func (o oracle) tryOut(i int, votesSoFar []machine.Outcome, yes, no *int) {
	if i == len(votesSoFar) {
		if o.passes(votesSoFar) {
			*yes++
		} else {
			*no++
		}
		return
	}
	if o.votes[i] != "" {
		o.tryOut(i+1, votesSoFar, yes, no)
		return
	}
	for _, v := range votes {
		votesSoFar[i] = v
		o.tryOut(i+1, votesSoFar, yes, no)
	}
}

func (o oracle) passes(all []machine.Outcome) bool {
	agreed, total := 0, 0
	for i, v := range all {
		if v == machine.OutcomeAbstained && o.excluded {
			continue
		}
		total += o.weights[i]
		if v == machine.OutcomeApproved {
			agreed += o.weights[i]
		}
	}
	if agreed == 0 {
		return false
	}
	compared := big.NewRat(int64(agreed), int64(total)).Cmp(big.NewRat(int64(o.of), int64(o.all)))
	return compared > 0 || compared == 0 && !o.over
}
