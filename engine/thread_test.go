package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/machine"
)

func TestAThread(t *testing.T) {
	h := enginetest.New(t)
	h.Publish(plain("plain"))
	in := h.Start(lin, "plain", h.Add(lin, "contract", values{"title": "Lease"}), nil)
	deliver := func() { ok[int](t)(h.DeliverDue(t.Context(), "w", 100)) }
	said := func(who string) (n int) {
		for _, notice := range ok[engine.NoticeList](t)(h.Notices(t.Context(), who)).Items {
			if notice.Kind == machine.NoticeSaid {
				n++
			}
		}
		return n
	}
	say := engine.Saying{Instance: in, Task: h.TaskOf(chen, in), Words: " Why so long? ", Mentions: []string{lin, admin}, Key: "once"}
	for range 2 {
		view := ok[engine.ThreadView](t)(h.Say(t.Context(), chen, say))
		if len(view.Messages) != 1 || view.Messages[0].Words != "Why so long?" || view.Messages[0].Node != "check" || len(view.Messages[0].Mentions) != 2 {
			t.Fatalf("thread: %+v", view)
		}
	}
	deliver()
	for who, want := range map[string]int{lin: 1, admin: 1, chen: 0, wu: 0} {
		if got := said(who); got != want {
			t.Errorf("%s was told %d times, want %d", who, got, want)
		}
	}
	ok[engine.ThreadView](t)(h.Say(t.Context(), lin, engine.Saying{Instance: in, Words: "A big customer."}))
	deliver()
	if got := said(chen); got != 1 {
		t.Errorf("who is asked was told %d times", got)
	}
	thread := ok[engine.ThreadView](t)(h.Thread(t.Context(), gao, in))
	if len(thread.Messages) != 2 || len(thread.People) != 2 {
		t.Errorf("Gao reads %+v", thread)
	}
	if h.Published.Last("thread:"+in) == 0 {
		t.Error("nobody who looks was told")
	}

	_, err := h.Thread(t.Context(), wu, in)
	refused(t, err, fault.NotFound, "no_such_instance")
	_, err = h.Say(t.Context(), wu, engine.Saying{Instance: in, Words: "Me too"})
	refused(t, err, fault.NotFound, "no_such_instance")
	_, err = h.Topic(t.Context(), wu, "thread:"+in)
	refused(t, err, fault.NotFound, "no_such_instance")
	for name, s := range map[string]engine.Saying{
		"nothing":            {Words: " \n"},
		"a stranger":         {Words: "Look", Mentions: []string{wu}},
		"nobody":             {Words: "Look", Mentions: []string{"p-none"}},
		"somebody who left":  {Words: "Look", Mentions: []string{enginetest.Departed}},
		"control characters": {Words: "a\x00b"},
	} {
		s.Instance = in
		if _, err := h.Say(t.Context(), lin, s); fault.ReasonOf(err) != "bad_input" {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err = h.Say(t.Context(), lin, engine.Saying{Instance: in, Task: "other.k1", Words: "Look"})
	refused(t, err, fault.NotFound, "no_such_task")
}
