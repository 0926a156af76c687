package engine_test

import (
	"testing"
	"time"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/text"
)

func TestOnlyAdminsChangeTheCompany(t *testing.T) {
	h := enginetest.New(t)
	ctx := t.Context()
	for _, who := range []string{lin, gao, keyUser} {
		_, err := h.People(ctx, who)
		refused(t, err, fault.Forbidden, "admin_only")
		_, err = h.SavePerson(ctx, who, org.Person{ID: who, SignIn: who, Role: org.Admin, Active: true})
		refused(t, err, fault.Forbidden, "admin_only")
		_, err = h.SaveDepartment(ctx, who, org.Department{ID: "x", Head: who})
		refused(t, err, fault.Forbidden, "admin_only")
		_, err = h.SavePost(ctx, who, org.Post{Key: "x"})
		refused(t, err, fault.Forbidden, "admin_only")
		refused(t, h.SetSecret(ctx, who, who, "hash"), fault.Forbidden, "admin_only")
	}
	if c := ok[engine.CompanyView](t)(h.Company(ctx, lin)); len(c.People) != 11 || len(c.Departments) != 5 || len(c.Posts) != 6 {
		t.Errorf("company: %+v", c)
	}
	if me := ok[engine.Me](t)(h.Me(ctx, chen)); me.ID != chen || me.Role != org.Staff || me.Department != "sales" || me.Posts[0] != "sales_manager" {
		t.Errorf("me: %+v", me)
	}
}

func TestSavingPeople(t *testing.T) {
	h := enginetest.New(t)
	good := org.Person{ID: "p-new", SignIn: " New.One ", Name: text.T("新人", "New One"), Role: org.Staff, Department: "sales", Posts: []string{"sales"}, Manager: chen, Active: true}
	if p := ok[org.Person](t)(h.SavePerson(t.Context(), admin, good)); p.SignIn != "new.one" {
		t.Errorf("signs in as %q", p.SignIn)
	}
	if c := ok[engine.CompanyView](t)(h.Company(t.Context(), lin)); len(c.People) != 12 {
		t.Errorf("%d people after adding one", len(c.People))
	}
	chens := enginetest.Company().People[3]
	for name, c := range map[string]struct {
		person org.Person
		path   string
	}{
		"id":         {with(good, func(p *org.Person) { p.ID = "../x" }), "id"},
		"sign-in":    {with(good, func(p *org.Person) { p.SignIn = "ä b" }), "signIn"},
		"name":       {with(good, func(p *org.Person) { p.Name = text.Text{} }), "name"},
		"email":      {with(good, func(p *org.Person) { p.Email = "nowhere" }), "email"},
		"role":       {with(good, func(p *org.Person) { p.Role = "god" }), "role"},
		"department": {with(good, func(p *org.Person) { p.Department = "none" }), "department"},
		"posts":      {with(good, func(p *org.Person) { p.Posts = []string{"none"} }), "posts"},
		"manager":    {with(good, func(p *org.Person) { p.Manager = "none" }), "manager"},
		"own":        {with(good, func(p *org.Person) { p.Manager = p.ID }), "manager"},
		"circle":     {with(chens, func(p *org.Person) { p.Manager = lin }), "manager"},
	} {
		_, err := h.SavePerson(t.Context(), admin, c.person)
		refused(t, err, fault.Invalid, "bad_values")
		if f := fault.From(err).Fields; len(f) != 1 || f[0].Path != c.path {
			t.Errorf("%s: %+v", name, f)
		}
	}
	for _, email := range []string{"a@b.c, d@e.f", "New One <new@example.com>", "<new@example.com>", "new@", "@example.com", "new one@example.com"} {
		_, err := h.SavePerson(t.Context(), admin, with(good, func(p *org.Person) { p.Email = email }))
		refused(t, err, fault.Invalid, "bad_values")
		if f := fault.From(err).Fields; len(f) != 1 || f[0].Path != "email" {
			t.Errorf("%s: %+v", email, f)
		}
	}
	if p := ok[org.Person](t)(h.SavePerson(t.Context(), admin, with(good, func(p *org.Person) { p.Email = " new.one+x@mail.example.com " }))); p.Email != "new.one+x@mail.example.com" {
		t.Errorf("has the address %q", p.Email)
	}
	_, err := h.SavePerson(t.Context(), admin, with(good, func(p *org.Person) { p.ID, p.SignIn = "p-other", "lin" }))
	refused(t, err, fault.Conflict, "sign_in_taken")
	first := enginetest.Company().People[0]
	_, err = h.SavePerson(t.Context(), admin, with(first, func(p *org.Person) { p.Role = org.Staff }))
	refused(t, err, fault.Refused, "last_admin")
	_, err = h.SavePerson(t.Context(), admin, with(first, func(p *org.Person) { p.Active = false }))
	refused(t, err, fault.Refused, "last_admin")
	_, err = h.SaveDepartment(t.Context(), admin, org.Department{ID: "head", Name: text.T("", "Head"), Parent: "fujian"})
	refused(t, err, fault.Invalid, "bad_values")
	refused(t, h.SetSecret(t.Context(), admin, "none", "hash"), fault.NotFound, "no_such_person")
}

func with(p org.Person, change func(*org.Person)) org.Person {
	change(&p)
	return p
}

// TestAnotherCopySeesChangesSoon: what one copy changes the others use within the time that they take things for fresh.
func TestAnotherCopySeesChangesSoon(t *testing.T) {
	eachStore(t, func(t *testing.T, h *enginetest.House) {
		const fresh = 30 * time.Millisecond
		other := enginetest.Beside(t, h.Store, engine.Options{Now: h.Clock.Now, Fresh: fresh})
		contract := h.Add(lin, "contract", values{"title": "Lease"})
		if f := ok[engine.RecordFlows](t)(other.RecordFlows(t.Context(), lin, "contract", contract)); len(f.Startable) != 0 {
			t.Fatalf("startable before anything is published: %+v", f)
		}
		h.Publish(plain("plain"))
		wu2 := enginetest.Company().People[5]
		wu2.Manager, wu2.Active = "", false
		ok[org.Person](t)(h.SavePerson(t.Context(), admin, wu2))
		within(t, func() bool {
			f := ok[engine.RecordFlows](t)(other.RecordFlows(t.Context(), lin, "contract", contract))
			_, err := other.Me(t.Context(), wu)
			return len(f.Startable) == 1 && fault.Is(err, fault.Forbidden)
		})
	})
}

// within waits, at most for a while, for something to become true.
func within(t *testing.T, done func() bool) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	end := time.After(5 * time.Second)
	for !done() {
		select {
		case <-end:
			t.Fatal("it did not become true")
		case <-tick.C:
		}
	}
}
