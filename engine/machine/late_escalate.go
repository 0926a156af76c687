package machine

import "flowline/engine/flow"

// Where nobody is found to escalate to, the task stays with whoever has it.

// lateCopy gives the manager a copy to read.
func (r *run) lateCopy(task int, out timeOut) {
	if t, stands := r.tokenIn(r.s.Tasks[task].Activation); stands {
		r.copyTo(out.superiors, flow.CopyLate, t)
	}
}

// lateBeside has the manager sign too, like those added beside somebody.
func (r *run) lateBeside(task int, out timeOut) {
	if len(out.superiors) == 0 {
		return
	}
	i := r.ownTask(task)
	k := *r.s.Tasks[i]
	t, stands := r.tokenIn(k.Activation)
	if !stands {
		return
	}
	r.tell(Entry{
		Type: EntrySignersAdded, Node: k.Node, Activation: k.Activation, Task: k.ID,
		Data: Data{People: out.superiors, Detail: string(PlaceBeside), Reason: reasonLate},
	})
	r.addBeside(t, r.node(k.Node), &k, Event{People: out.superiors})
}

// lateTransfer has the manager asked instead, for the same signature. The deadline stays.
func (r *run) lateTransfer(task int, out timeOut) {
	if len(out.superiors) == 0 {
		return
	}
	i := r.ownTask(task)
	r.passOn(i, Event{To: out.superiors[0]}, reasonLate)
}
