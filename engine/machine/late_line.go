package machine

// lateLine leaves the step by the arrow that is drawn for this, whatever was decided there so far: nobody is asked any more.
func (r *run) lateLine(task int, _ timeOut) {
	k := r.s.Tasks[r.ownTask(task)]
	t, stands := r.tokenIn(k.Activation)
	if !stands {
		return
	}
	r.cancelTasks(func(x *Task) bool { return x.Activation == k.Activation }, reasonLate)
	r.settled(t, OutcomeLate)
}
