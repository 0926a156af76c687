package storetest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/text"
)

var peopleTests = map[string]func(*testing.T, engine.Store){
	"the quiet hours are a person's own, and stay when the person is saved again": func(t *testing.T, s engine.Store) {
		savePeople(t, s, "p1", "p2")
		q := engine.Quiet{From: "22:00", Until: "08:00", Days: []int{6, 7}}
		for range 2 { // nothing changes the second time, and that is no fault
			if err := s.SetQuiet(t.Context(), "p1", q); err != nil {
				t.Fatal(err)
			}
		}
		savePeople(t, s, "p1")
		same(t, "quiet hours", must(s.Quiet(t.Context(), "p1"))(t), q)
		for _, other := range []string{"p2", "nobody"} {
			same(t, "the quiet hours of "+other, must(s.Quiet(t.Context(), other))(t), engine.Quiet{})
		}
		if err := s.SetQuiet(t.Context(), "p1", engine.Quiet{}); err != nil {
			t.Fatal(err)
		}
		same(t, "quiet hours taken back", must(s.Quiet(t.Context(), "p1"))(t), engine.Quiet{})
		refused(t, "of nobody", s.SetQuiet(t.Context(), "nobody", q), fault.NotFound, "person_not_found")
	},
	"the company comes back as it was saved": func(t *testing.T, s engine.Store) {
		p, d, post := person("p1"), org.Department{ID: "sales", Name: text.T("销售部", "Sales"), Parent: "all", Head: "p1"}, org.Post{Key: "manager", Name: text.T("经理", "Manager"), Limit: "99999.99"}
		for _, err := range []error{s.SavePerson(t.Context(), p), s.SaveDepartment(t.Context(), d), s.SavePost(t.Context(), post)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		c, revision, err := s.Company(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		same(t, "company", c, org.Company{People: []org.Person{p}, Departments: []org.Department{d}, Posts: []org.Post{post}})

		p.Name, p.Active, p.Posts = text.T("李娜", "Li Na"), false, nil
		if err := s.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		again, later, err := s.Company(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		same(t, "person replaced", again.People, []org.Person{p})
		if later == revision {
			t.Error("the company changed and its revision did not")
		}
		if alone := must(s.CompanyRevision(t.Context()))(t); alone != later {
			t.Errorf("CompanyRevision is %d, Company says %d", alone, later)
		}
	},
	"a deputy comes back as it was saved, and is replaced": func(t *testing.T, s engine.Store) {
		_, before, err := s.Company(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		from := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
		d := org.Deputy{
			ID: "d1", Principal: "p1", Agent: "p2", From: from, Until: from.Add(time.Hour), Flows: []string{"a", "b"},
			MaxAmount: "10.50", IncludeOpen: true, Note: "休假",
		}
		for range 2 {
			if err := s.SaveDeputy(t.Context(), d); err != nil {
				t.Fatal(err)
			}
			c, later, err := s.Company(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			same(t, "deputies", c.Deputies, []org.Deputy{d})
			if later == before {
				t.Error("a deputy changed and the company's revision did not")
			}
			before, d.Until, d.Flows = later, from.Add(time.Minute), nil
		}
	},
	"people are saved together or not at all, and only over the company that they were compared with": func(t *testing.T, s engine.Store) {
		a, b := person("p1"), person("p2")
		b.SignIn = "b"
		_, revision, err := s.Company(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		refused(t, "another company", s.SavePeople(t.Context(), []org.Person{a}, revision-1), fault.Conflict, "company_moved_on")
		twice := b
		twice.SignIn = a.SignIn
		refused(t, "one name twice", s.SavePeople(t.Context(), []org.Person{a, twice}, revision), fault.Conflict, "sign_in_taken")
		if err := s.SavePeople(t.Context(), []org.Person{a, b}, revision); err != nil {
			t.Fatal(err)
		}
		c, _, err := s.Company(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		same(t, "people", c.People, []org.Person{a, b})
	},
	"names as long as people may write them are kept": func(t *testing.T, s engine.Store) {
		long := text.T(strings.Repeat("长", 200), strings.Repeat("x", 200))
		p := person("p1")
		p.Name = long
		for _, err := range []error{
			s.SavePerson(t.Context(), p), s.SaveDepartment(t.Context(), org.Department{ID: "d1", Name: long}), s.SavePost(t.Context(), org.Post{Key: "k1", Name: long}),
		} {
			if err != nil {
				t.Error(err)
			}
		}
		c, _, err := s.Company(t.Context())
		if err != nil || len(c.People) != 1 || c.People[0].Name != long || len(c.Departments) != 1 || c.Departments[0].Name != long || len(c.Posts) != 1 || c.Posts[0].Name != long {
			t.Errorf("the company is %+v %v", c, err)
		}
	},
	"two people cannot share a sign-in name": func(t *testing.T, s engine.Store) {
		a, b := person("p1"), person("p2")
		b.SignIn = a.SignIn
		if err := s.SavePerson(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		refused(t, "add", s.SavePerson(t.Context(), b), fault.Conflict, "sign_in_taken")
		b.SignIn = "b"
		if err := s.SavePerson(t.Context(), b); err != nil {
			t.Fatal(err)
		}
		b.SignIn = a.SignIn
		refused(t, "replace", s.SavePerson(t.Context(), b), fault.Conflict, "sign_in_taken")
		c, _, err := s.Company(t.Context())
		if err != nil || len(c.People) != 2 || c.People[0].SignIn == c.People[1].SignIn {
			t.Errorf("a refused name changed somebody: %+v %v", c.People, err)
		}
	},
	"two admins who demote each other at once leave one": func(t *testing.T, s engine.Store) {
		for round := range 10 {
			both := [2]org.Person{person("p1"), person("p2")}
			for i := range both {
				both[i].SignIn, both[i].Role, both[i].Active = both[i].ID, org.Admin, true
				if err := s.SavePerson(t.Context(), both[i]); err != nil {
					t.Fatal(err)
				}
			}
			errs := make(chan error)
			for i, p := range both {
				if p.Role = org.Staff; (round+i)%2 == 0 {
					p.Role, p.Active = org.Admin, false
				}
				go func() { errs <- s.SavePerson(t.Context(), p) }()
			}
			first, second := <-errs, <-errs
			if first == nil {
				first, second = second, first
			}
			refused(t, "the last admin", first, fault.Refused, "last_admin")
			if second != nil {
				t.Error(second)
			}
		}
	},
	"secret and language are the person's own and survive being saved": func(t *testing.T, s engine.Store) {
		p := person("p1")
		if err := s.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		_, _, err := s.Secret(t.Context(), p.SignIn)
		refused(t, "no secret yet", err, fault.NotFound, "person_not_found")
		if err := s.SetSecret(t.Context(), "p1", "$argon2id$v=19$x"); err != nil {
			t.Fatal(err)
		}
		if lang := must(s.Language(t.Context(), "p1"))(t); lang != "" {
			t.Errorf("language %q before one was chosen", lang)
		}
		if err := s.SetLanguage(t.Context(), "p1", "en"); err != nil {
			t.Fatal(err)
		}
		p.Email = "zw@example.com"
		if err := s.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		who, hash, err := s.Secret(t.Context(), p.SignIn)
		if err != nil || who != "p1" || hash != "$argon2id$v=19$x" {
			t.Errorf("Secret gives %q %q %v", who, hash, err)
		}
		if lang := must(s.Language(t.Context(), "p1"))(t); lang != "en" {
			t.Errorf("language is %q, want en", lang)
		}
		p.Active = false
		if err := s.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		_, _, err = s.Secret(t.Context(), p.SignIn)
		refused(t, "an inactive person's secret", err, fault.NotFound, "person_not_found")
		refused(t, "nobody's secret", s.SetSecret(t.Context(), "nobody", "x"), fault.NotFound, "person_not_found")
	},
}

var sessionTests = map[string]func(*testing.T, engine.Store){
	"a session lives until it expires or is removed": func(t *testing.T, s engine.Store) {
		a := engine.Session{TokenHash: "h1", Person: "p1", CSRF: "c1", CreatedAt: noon, ExpiresAt: noon.Add(time.Hour)}
		b := engine.Session{TokenHash: "h2", Person: "p1", CSRF: "c2", CreatedAt: noon, ExpiresAt: noon.Add(2 * time.Hour)}
		for _, n := range []engine.Session{a, b} {
			if err := s.AddSession(t.Context(), n); err != nil {
				t.Fatal(err)
			}
		}
		same(t, "session", must(s.Session(t.Context(), "h1", noon))(t), a)
		_, err := s.Session(t.Context(), "h1", noon.Add(time.Hour))
		refused(t, "expired", err, fault.NotFound, "session_not_found")
		if err := s.RemoveExpired(t.Context(), noon.Add(90*time.Minute)); err != nil {
			t.Fatal(err)
		}
		_, err = s.Session(t.Context(), "h1", noon)
		refused(t, "cleared away", err, fault.NotFound, "session_not_found")
		same(t, "the other", must(s.Session(t.Context(), "h2", noon))(t), b)
		if err := s.RemoveSession(t.Context(), "h2"); err != nil {
			t.Fatal(err)
		}
		_, err = s.Session(t.Context(), "h2", noon)
		refused(t, "removed", err, fault.NotFound, "session_not_found")
	},
	"whoever is switched off is signed out": func(t *testing.T, s engine.Store) {
		p := person("p1")
		for _, active := range []bool{true, false} {
			if err := s.AddSession(t.Context(), engine.Session{TokenHash: fmt.Sprint(active), Person: "p1", CSRF: "c", CreatedAt: noon, ExpiresAt: noon.Add(time.Hour)}); err != nil {
				t.Fatal(err)
			}
			p.Active = active
			if err := s.SavePerson(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Session(t.Context(), "true", noon); (err == nil) != active {
				t.Errorf("a session of somebody whose active is %v: %v", active, err)
			}
		}
		p.Active = true
		if err := s.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		_, err := s.Session(t.Context(), "false", noon)
		refused(t, "signed in before the pause", err, fault.NotFound, "session_not_found")
	},
	"a new secret ends the sessions of that person and of nobody else": func(t *testing.T, s engine.Store) {
		for _, id := range []string{"p1", "p2"} {
			p := person(id)
			p.SignIn = id
			if err := s.SavePerson(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			n := engine.Session{TokenHash: "h-" + id, Person: id, CSRF: "c", CreatedAt: noon, ExpiresAt: noon.Add(time.Hour)}
			if err := s.AddSession(t.Context(), n); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.SetSecret(t.Context(), "p1", "$argon2id$v=19$x"); err != nil {
			t.Fatal(err)
		}
		_, err := s.Session(t.Context(), "h-p1", noon)
		refused(t, "signed in with the old secret", err, fault.NotFound, "session_not_found")
		if n := must(s.Session(t.Context(), "h-p2", noon))(t); n.Person != "p2" {
			t.Errorf("somebody else's session is %+v", n)
		}
	},
}
