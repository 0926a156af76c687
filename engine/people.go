package engine

import (
	"context"
	"net/mail"
	"regexp"
	"slices"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/text"
)

// Me tells the person who asks who they are.
func (e *Engine) Me(ctx context.Context, who string) (Me, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return Me{}, err
	}
	return Me{ID: a.ID, Name: a.Name, Role: a.Role, Department: a.Person.Department, Posts: a.Posts}, nil
}

// Company gives the company cut for pickers, inactive people included, so that old names can be shown.
func (e *Engine) Company(ctx context.Context, who string) (CompanyView, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return CompanyView{}, err
	}
	view := CompanyView{
		People:      make([]Colleague, len(a.company.People)),
		Departments: append([]org.Department{}, a.company.Departments...),
		Posts:       append([]org.Post{}, a.company.Posts...),
	}
	for i, p := range a.company.People {
		view.People[i] = Colleague{ID: p.ID, Name: p.Name, Department: p.Department, Posts: p.Posts, Manager: p.Manager, Active: p.Active}
	}
	return view, nil
}

// People lists everybody with what only admins see: sign-in names, roles, addresses.
func (e *Engine) People(ctx context.Context, who string) ([]org.Person, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return nil, err
	}
	return append([]org.Person{}, a.company.People...), nil
}

var (
	idShape     = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)
	signInShape = regexp.MustCompile(`^[a-z0-9][a-z0-9._@-]{0,63}$`)
)

// SavePerson adds or replaces a person, by an admin. The last admin stays one. The open tasks of whoever
// is switched off are taken, see Vacate. Faults: invalid with the places, conflict
// (sign_in_taken), refused (last_admin).
func (e *Engine) SavePerson(ctx context.Context, who string, p org.Person) (org.Person, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return org.Person{}, err
	}
	p.SignIn, p.Email = strings.ToLower(strings.TrimSpace(p.SignIn)), strings.TrimSpace(p.Email)
	if err := a.checkPerson(p); err != nil {
		return org.Person{}, err
	}
	if err := e.store.SavePerson(ctx, p); err != nil {
		return org.Person{}, fault.Wrap(err, "save person %s", p.ID)
	}
	e.known.people.forget()
	if !p.Active {
		// The person is saved: what fails here is logged, and Vacate takes it up again.
		if err := e.vacate(ctx, who, p.ID); err != nil {
			e.log.ErrorContext(ctx, "open tasks are left with somebody who is switched off", "person", p.ID, "error", err)
		}
	}
	return p, nil
}

// checkPerson names what is wrong with a person.
func (a actor) checkPerson(p org.Person) error {
	w := wrongs{}
	if !idShape.MatchString(p.ID) {
		w.say("id", badID)
	}
	if !signInShape.MatchString(p.SignIn) {
		w.say("signIn", text.T("登录名只能用小写英文字母、数字和 . _ - @，最多 64 个字符。", "A sign-in name is lower-case letters, digits and . _ - @, at most 64 characters."))
	}
	if err := plainName(p.Name); err != nil {
		w.say("name", fault.From(err).Fields[0].Text)
	}
	if p.Email != "" && !mailable(p.Email) {
		w.say("email", text.T(
			"请填写一个邮件地址，例如 li.na@example.com；不要带姓名，也不要填多个。",
			"Give one mail address, such as li.na@example.com: without a name, and no second one."))
	}
	if p.Role != org.Staff && p.Role != org.KeyUser && p.Role != org.Admin {
		w.say("role", text.T("角色只能是 staff、key_user 或 admin。", "The role is staff, key_user or admin."))
	}
	if _, ok := a.people.Department(p.Department); p.Department != "" && !ok {
		w.say("department", noDepartment)
	}
	for _, key := range p.Posts {
		if _, ok := a.Post(key); !ok {
			w.say("posts", text.T("没有岗位“{key}”。", "There is no post {key}.").Fill("key", key))
		}
	}
	if p.Manager != "" {
		if _, ok := a.people.Person(p.Manager); !ok {
			w.say("manager", noPerson)
		} else if p.Manager == p.ID || slices.Contains(a.Managers(p.Manager), p.ID) {
			w.say("manager", text.T("上级关系不能成环。", "The line of managers must not run in a circle."))
		}
	}
	return w.err()
}

// mailable reports whether mail can be sent to an address as it stands: one address, and nothing around it.
func mailable(address string) bool {
	read, err := mail.ParseAddress(address)
	return err == nil && read.Name == "" && read.Address == address && text.Showable(address) && len(address) <= maxName
}

// SaveDepartment adds or replaces a department, by an admin.
func (e *Engine) SaveDepartment(ctx context.Context, who string, d org.Department) (org.Department, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return org.Department{}, err
	}
	w := wrongs{}
	if !idShape.MatchString(d.ID) {
		w.say("id", badID)
	}
	if err := plainName(d.Name); err != nil {
		w.say("name", fault.From(err).Fields[0].Text)
	}
	if _, ok := a.people.Person(d.Head); d.Head != "" && !ok {
		w.say("head", noPerson)
	}
	if d.Parent != "" {
		if _, ok := a.people.Department(d.Parent); !ok {
			w.say("parent", noDepartment)
		} else if a.within(d.Parent, d.ID) {
			w.say("parent", text.T("部门不能隶属于自己的下级。", "A department cannot be a part of one of its own parts."))
		}
	}
	if err := w.err(); err != nil {
		return org.Department{}, err
	}
	if err := e.store.SaveDepartment(ctx, d); err != nil {
		return org.Department{}, fault.Wrap(err, "save department %s", d.ID)
	}
	e.known.people.forget()
	return d, nil
}

// within reports whether a department is, or lies in, another.
func (p people) within(id, other string) bool {
	for seen := map[string]bool{}; id != "" && !seen[id]; {
		if id == other {
			return true
		}
		seen[id] = true
		d, _ := p.Department(id)
		id = d.Parent
	}
	return false
}

// SavePost adds or replaces a post, by an admin.
func (e *Engine) SavePost(ctx context.Context, who string, p org.Post) (org.Post, error) {
	if _, err := e.admin(ctx, who); err != nil {
		return org.Post{}, err
	}
	w := wrongs{}
	if !idShape.MatchString(p.Key) {
		w.say("key", badID)
	}
	if err := plainName(p.Name); err != nil {
		w.say("name", fault.From(err).Fields[0].Text)
	}
	if p.Limit = strings.TrimSpace(p.Limit); p.Limit != "" {
		limit, ok := record.Decimal(p.Limit)
		if !ok || !limit.IsPositive() || limit.Exponent() < -2 {
			w.say("limit", badAmount)
		} else {
			p.Limit = limit.StringFixed(2)
		}
	}
	if err := w.err(); err != nil {
		return org.Post{}, err
	}
	if err := e.store.SavePost(ctx, p); err != nil {
		return org.Post{}, fault.Wrap(err, "save post %s", p.Key)
	}
	e.known.people.forget()
	return p, nil
}

// SetSecret replaces a person's password hash, by an admin; wherever that person is signed in ends with it. not_found.
func (e *Engine) SetSecret(ctx context.Context, who, person, hash string) error {
	a, err := e.admin(ctx, who)
	if err != nil {
		return err
	}
	if _, ok := a.people.Person(person); !ok {
		return fault.New(fault.NotFound, "no_such_person", noPerson)
	}
	return fault.Wrap(e.store.SetSecret(ctx, person, hash), "set the password of %s", person)
}

var (
	badID = text.T(
		"编号只能用英文字母、数字和 . _ -，最多 64 个字符。",
		"An id is letters, digits and . _ -, at most 64 characters.")
	noDepartment = text.T("没有这个部门，请重新选择。", "There is no such department; choose another.")
)
