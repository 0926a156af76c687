package storetest

import (
	"fmt"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/machine"
	"flowline/engine/text"
)

func noticeFor(id, to string, mailAt time.Time) engine.NoticeRow {
	return engine.NoticeRow{
		ID: id, Instance: "i1", At: noon, MailAt: mailAt,
		Notice: machine.Notice{To: to, Kind: machine.NoticeTask, Task: "k1", Title: text.T("待办", nasty[0])},
	}
}

// done is for what must not fail.
func done(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var mailTests = map[string]func(*testing.T, engine.Store){
	"a mail is claimed when it is due, given back, and done": func(t *testing.T, s engine.Store) {
		claim := func(at time.Time) []engine.DueMail {
			t.Helper()
			return must(s.ClaimMails(t.Context(), at, time.Minute, 10))(t)
		}
		retry := noon.Add(time.Hour)
		mailed, silent := noticeFor("i1.j1", "p1", noon), noticeFor("i1.j2", "p1", time.Time{})
		for _, n := range []engine.NoticeRow{mailed, silent, mailed} { // the job of one is done twice
			done(t, s.DeliverNotice(t.Context(), n))
		}
		if early := claim(noon.Add(-time.Microsecond)); len(early) != 0 {
			t.Errorf("claimed early: %+v", early)
		}
		same(t, "due", claim(noon), []engine.DueMail{{NoticeRow: mailed, Tries: 1}})
		if twice := claim(noon.Add(59 * time.Second)); len(twice) != 0 {
			t.Errorf("claimed within its lease: %+v", twice)
		}
		leased := mailed
		leased.MailAt = noon.Add(time.Minute)
		same(t, "lease over", claim(leased.MailAt), []engine.DueMail{{NoticeRow: leased, Tries: 2}})

		done(t, s.RetryMail(t.Context(), engine.DueMail{NoticeRow: mailed}, retry))
		done(t, s.ReadNotices(t.Context(), "p1", nil, noon))
		again := mailed
		again.MailAt, again.ReadAt = retry, noon
		same(t, "given back", claim(retry), []engine.DueMail{{NoticeRow: again, Tries: 3}})
		for range 2 {
			done(t, s.MailDone(t.Context(), engine.DueMail{NoticeRow: mailed}))
		}
		done(t, s.RetryMail(t.Context(), engine.DueMail{NoticeRow: mailed}, retry)) // by a copy of the program that was late
		if left := claim(retry.Add(24 * time.Hour)); len(left) != 0 {
			t.Errorf("left over: %+v", left)
		}
	},
	"copies and urges go by mail as other notices do": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		commit(t, s, first("i1", "r1"))
		savePeople(t, s, "p2", "p3")
		copied := noticeFor("i1.c1", "p2", noon)
		copied.Notice.Kind = machine.NoticeCopy
		done(t, s.DeliverCopy(t.Context(), engine.CopyRow{ID: copied.ID, Instance: "i1", Person: "p2", At: noon}, copied))
		urge := noticeFor("i1.j1", "p3", noon) // the job of the step that was saved
		urge.Notice.Kind = machine.NoticeUrge
		done(t, s.DeliverUrge(t.Context(), urge, noon.Add(-time.Hour)))
		due := must(s.ClaimMails(t.Context(), noon, time.Minute, 10))(t)
		same(t, "due", due, []engine.DueMail{{NoticeRow: copied, Tries: 1}, {NoticeRow: urge, Tries: 1}})
	},
	"an urge that joins one is mailed, whatever becomes of the mail that was under way": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for _, n := range []string{"1", "2"} {
			addContract(t, s, "r"+n, nil)
			commit(t, s, first("i"+n, "r"+n))
		}
		savePeople(t, s, "p2")
		urge := func(in string, minute int) engine.NoticeRow {
			n := noticeFor(in+".j1", "p2", noon.Add(time.Duration(minute)*time.Minute))
			n.Instance, n.At, n.Notice.Kind = in, n.MailAt, machine.NoticeUrge
			return n
		}
		one, two := urge("i1", 0), urge("i2", 1)
		done(t, s.DeliverUrge(t.Context(), one, noon.Add(-time.Hour)))
		sent := must(s.ClaimMails(t.Context(), one.At, 10*time.Minute, 10))(t)
		same(t, "due", sent, []engine.DueMail{{NoticeRow: one, Tries: 1}})
		done(t, s.DeliverUrge(t.Context(), two, noon.Add(-time.Hour)))
		done(t, s.MailDone(t.Context(), sent[0]))
		done(t, s.RetryMail(t.Context(), sent[0], noon.Add(time.Hour)))
		joined := one
		joined.At, joined.MailAt, joined.Also = two.At, two.At, []engine.Urged{{ID: two.ID, Instance: "i2", Notice: two.Notice}}
		same(t, "joined", must(s.ClaimMails(t.Context(), two.At, time.Minute, 10))(t), []engine.DueMail{{NoticeRow: joined, Tries: 1}})
	},
	"a mail that was given up is lost until it is sent again or read": func(t *testing.T, s engine.Store) {
		lost := func() []string {
			t.Helper()
			list, total, err := s.LostMails(t.Context(), 0, 2)
			done(t, err)
			var all []string
			for _, m := range list {
				all = append(all, fmt.Sprint(m.ID, " ", m.Why, " ", m.Problem, " ", m.Notice.Title.EN == nasty[0]))
			}
			return append(all, fmt.Sprint(total))
		}
		for i := range 3 {
			done(t, s.DeliverNotice(t.Context(), noticeFor(fmt.Sprint("i1.j", i), "p1", noon)))
		}
		due := must(s.ClaimMails(t.Context(), noon, time.Minute, 10))(t)
		for _, m := range due {
			done(t, s.GiveUpMail(t.Context(), m, engine.MailRefused, "550 "+m.ID))
			done(t, s.GiveUpMail(t.Context(), m, engine.MailLate, "by a copy of the program that was late"))
		}
		if left := must(s.ClaimMails(t.Context(), noon.Add(time.Hour), time.Minute, 10))(t); len(left) != 0 {
			t.Errorf("still due: %+v", left)
		}
		same(t, "lost", lost(), []string{"i1.j2 refused 550 i1.j2 true", "i1.j1 refused 550 i1.j1 true", "3"})
		done(t, s.ReadNotices(t.Context(), "p1", []string{"i1.j2"}, noon))
		done(t, s.SendMails(t.Context(), []string{"i1.j1", "i1.j2"}, noon.Add(time.Hour)))
		same(t, "left", lost(), []string{"i1.j0 refused 550 i1.j0 true", "1"})
		again := due[1]
		again.MailAt = noon.Add(time.Hour)
		same(t, "sent again", must(s.ClaimMails(t.Context(), again.MailAt, time.Minute, 10))(t), []engine.DueMail{again})
		done(t, s.SendMails(t.Context(), nil, noon.Add(2*time.Hour)))
		same(t, "none", lost(), []string{"0"})
	},
	"a lost mail that an urge joins goes out with it": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for _, n := range []string{"1", "2"} {
			addContract(t, s, "r"+n, nil)
			commit(t, s, first("i"+n, "r"+n))
		}
		savePeople(t, s, "p2")
		for i, in := range []string{"i1", "i2"} {
			n := noticeFor(in+".j1", "p2", noon.Add(time.Duration(i)*time.Minute))
			n.Instance, n.At, n.Notice.Kind = in, n.MailAt, machine.NoticeUrge
			done(t, s.DeliverUrge(t.Context(), n, noon.Add(-time.Hour)))
			due := must(s.ClaimMails(t.Context(), n.At, time.Minute, 10))(t)
			if len(due) != 1 || len(due[0].Also) != i {
				t.Fatalf("due: %+v", due)
			}
			if _, lost, err := s.LostMails(t.Context(), 0, 1); err != nil || lost != 0 {
				t.Errorf("lost: %d, %v", lost, err)
			}
			done(t, s.GiveUpMail(t.Context(), due[0], engine.MailRefused, "550"))
		}
	},
	"many that claim at once get each mail once": func(t *testing.T, s engine.Store) {
		for i := range 20 {
			done(t, s.DeliverNotice(t.Context(), noticeFor(fmt.Sprint("i1.j", i), "p1", noon)))
		}
		claimed := make([][]engine.DueMail, 8)
		for _, err := range atOnce(8, func(i int) error {
			for {
				list, err := s.ClaimMails(t.Context(), noon, time.Hour, 3)
				if err != nil || len(list) == 0 {
					return err
				}
				claimed[i] = append(claimed[i], list...)
			}
		}) {
			done(t, err)
		}
		seen := map[string]int{}
		for _, list := range claimed {
			for _, m := range list {
				seen[m.ID]++
			}
		}
		once(t, seen, 20)
	},
}
