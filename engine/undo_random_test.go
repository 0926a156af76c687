package engine_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/flow"
	"flowline/engine/machine"
	"flowline/engine/record"
)

// undoable draws random flows that run one another, over the contract or the customer that it links to, and whose updates
// are put back. Each sets a value of its own, so that what is left tells which of them it was.
type undoable struct {
	*rand.Rand
	last int      // number that was given out
	told []string // of the flows, when one goes wrong
}

func (u *undoable) next() string {
	u.last++
	return fmt.Sprint("n", u.last)
}

// flow draws the flow of a type at a level, which may run those of the next.
func (u *undoable) flow(key, typ string, level int) *enginetest.Builder {
	b := enginetest.Flow(key, typ).WithdrawEver()
	b.Definition().Settings.Dedup = flow.DedupOff
	u.told = append(u.told, "\n"+key+":")
	last := u.steps(b, typ, level, 0, "start")
	return b.Approve("last", enginetest.By("post:sales_manager")).End("end", flow.ResultApproved).Path(last, "last", "end")
}

// steps draws some steps after one, and gives the last of them. Within a fork nothing is done to the linked record, for one
// branch would be refused what the other holds.
func (u *undoable) steps(b *enginetest.Builder, typ string, level, forks int, from string) string {
	for range 1 + u.IntN(4) {
		id, drawn := u.next(), u.IntN(5)
		contract := typ == "contract"
		linked := contract && forks == 0 && u.IntN(2) == 0
		to := id
		switch {
		case drawn == 0:
			b.Approve(id, enginetest.By("post:sales_manager"))
		case drawn <= 2:
			field, target := "credit_score", ""
			if linked {
				target = "customer"
			} else if contract {
				field = "months"
			}
			b.Update(id, target, flow.Assign{Field: field, Value: fmt.Sprint(100 + u.last)}).Undo()
		case drawn == 3 && level < 2 && linked:
			b.Subflow(id, fmt.Sprint("customer", level+1), linkedCustomer)
		case drawn == 3 && level < 2:
			b.Subflow(id, fmt.Sprint(typ, level+1))
		case forks < 2:
			b.Fork(id)
			to = id + "join"
			b.Join(to)
			for range 2 {
				first := u.next()
				b.Approve(first, enginetest.By("post:sales_manager")).Path(id, first)
				b.Path(u.steps(b, typ, level, forks+1, first), to)
			}
		default:
			continue
		}
		u.told = append(u.told, fmt.Sprint(from, "→", id, " (", drawn, ")"))
		b.Path(from, id)
		from = to
	}
	return from
}

// TestEndingPutsEverythingBack: of random flows within flows and branches, taken any number of steps by copies of the
// program whose clocks are up to a minute apart, and then withdrawn, or rejected at any of the steps.
func TestEndingPutsEverythingBack(t *testing.T) {
	for how, end := range map[string]func(*undoable, *testing.T, *enginetest.House, string) bool{
		"withdrawn": func(_ *undoable, t *testing.T, h *enginetest.House, in string) bool {
			withdraw(t, h, in)
			return true
		},
		"rejected": func(u *undoable, t *testing.T, h *enginetest.House, in string) bool {
			own := slices.DeleteFunc(open(t, h, chen), func(k engine.TaskInfo) bool { return k.Instance != in })
			return u.decideSome(t, h, own, machine.OutcomeRejected)
		},
	} {
		t.Run(how, func(t *testing.T) {
			ended := 0
			for seed := uint64(0); ended < 8; seed++ {
				if seed > 500 {
					t.Fatalf("just %d came to an end", ended)
				}
				u := &undoable{Rand: rand.New(rand.NewPCG(seed, 7))}
				h := enginetest.New(t)
				in, contract, customer := u.underWay(t, h)
				if seen(t, h, lin, in).Status.Ended() || !end(u, t, h, in) {
					continue // or just parts are decided on at the moment
				}
				ended++
				work(t, h)
				stands(t, h, contract, customer, "12", "70", "")
				if r := ok[record.Record](t)(h.Store.Record(t.Context(), "customer", customer)); r.LockedBy != "" {
					t.Errorf("the customer is locked by %s", r.LockedBy)
				}
				if told := tells(t, h, in); slices.ContainsFunc(told, func(s string) bool { return strings.HasPrefix(s, string(machine.EntryKept)) }) {
					t.Errorf("something was kept: %v", told)
				}
				if s := seen(t, h, lin, in).Status; string(s) != how {
					t.Errorf("it is %s", s)
				}
				if t.Failed() {
					t.Fatalf("seed %d:%s", seed, strings.Join(u.told, " "))
				}
			}
		})
	}
}

// underWay takes a contract of twelve months, of a customer with a score of seventy, some steps through random flows.
func (u *undoable) underWay(t *testing.T, h *enginetest.House) (in, contract, customer string) {
	t.Helper()
	for level := 2; level >= 0; level-- {
		for _, typ := range []string{"customer", "contract"} {
			key := fmt.Sprint(typ, level)
			h.Publish(u.flow(key, typ, level))
		}
	}
	contract, customer = leased(h)
	in = h.Start(lin, "contract0", contract, nil)
	work(t, h)
	for range u.IntN(25) {
		u.decideSome(t, h, open(t, h, chen), machine.OutcomeApproved)
		if u.IntN(4) > 0 { // else what the step has run begins with the next
			work(t, h)
		}
	}
	return in, contract, customer
}

// decideSome has Chen decide one of some tasks, by a clock of its own, and reports whether there is one.
func (u *undoable) decideSome(t *testing.T, h *enginetest.House, asked []engine.TaskInfo, outcome machine.Outcome) bool {
	t.Helper()
	if len(asked) == 0 {
		return false
	}
	skew := time.Duration(u.IntN(120)-60) * time.Second
	h.Clock.Add(skew)
	task := asked[u.IntN(len(asked))].ID
	ok[engine.InstanceInfo](t)(h.Decide(t.Context(), chen, engine.Verdict{Task: task, Outcome: outcome, Comment: "So"}))
	h.Clock.Add(time.Second - skew)
	return true
}
