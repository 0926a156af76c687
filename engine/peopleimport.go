package engine

import (
	"context"
	"encoding/csv"
	"errors"
	"slices"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/text"
)

// LineKind is what importing a line would do.
type LineKind string

// The kinds.
const (
	LineAdded     LineKind = "added"
	LineChanged   LineKind = "changed"
	LineUnchanged LineKind = "unchanged"
	LineWrong     LineKind = "wrong"
)

// PeoplePreview is what importing a list of people would change.
type PeoplePreview struct {
	Revision int64        `json:"revision"` // of the company that it was compared with
	Lines    []PeopleLine `json:"lines"`
	Wrong    int          `json:"wrong"` // lines that keep it from being imported
}

// PeopleLine is what one line would change.
type PeopleLine struct {
	Line    int           `json:"line"`
	ID      string        `json:"id"`
	Name    text.Text     `json:"name"`
	Kind    LineKind      `json:"kind"`
	Changes []FieldChange `json:"changes"`
	Wrong   []text.Text   `json:"wrong"`

	person org.Person
}

// FieldChange is one field of a person, before and after.
type FieldChange struct {
	Field  text.Text `json:"field"`
	Before string    `json:"before"`
	After  string    `json:"after"`
}

// PeopleTemplate is a CSV file with everybody in the columns that an import reads: to fill in, and to mend. Its byte order
// mark has Excel read it as UTF-8.
func (e *Engine) PeopleTemplate(ctx context.Context, who string) ([]byte, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	rows := make([][]string, len(a.company.People)+1)
	for _, c := range personColumns {
		rows[0] = append(rows[0], c.name.ZH)
		for i, p := range a.company.People {
			rows[i+1] = append(rows[i+1], c.get(p))
		}
	}
	err = w.WriteAll(rows)
	return []byte(b.String()), fault.Wrap(err, "write the list of people")
}

// PreviewPeople tells what importing a CSV file would change, line by line. invalid (not_csv, bad_columns).
func (e *Engine) PreviewPeople(ctx context.Context, who string, data []byte) (PeoplePreview, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return PeoplePreview{}, err
	}
	s, err := readSheet(data)
	if err != nil {
		return PeoplePreview{}, err
	}
	p := PeoplePreview{Revision: a.revision, Lines: make([]PeopleLine, len(s.lines))}
	after := a
	after.company.People = append([]org.Person{}, a.company.People...)
	at := map[string]int{}
	for i, person := range after.company.People {
		at[person.ID] = i
	}
	seen := map[string]bool{}
	for i, line := range s.lines {
		l := a.compare(s, line)
		if seen[l.ID] {
			l.Wrong = append(l.Wrong, text.T("这个编号在文件里出现了两次。", "This id is in the file twice."))
		}
		seen[l.ID] = true
		if n, known := at[l.ID]; known {
			after.company.People[n] = l.person
		} else {
			at[l.ID] = len(after.company.People)
			after.company.People = append(after.company.People, l.person)
		}
		p.Lines[i] = l
	}
	after.people.Directory = org.NewDirectory(after.company)
	taken := map[string]string{}
	for _, person := range after.company.People {
		if _, twice := taken[person.SignIn]; !twice {
			taken[person.SignIn] = person.ID
		}
	}
	for i := range p.Lines {
		if err := e.mayLeave(ctx, a, &p.Lines[i]); err != nil {
			return PeoplePreview{}, fault.Wrap(err, "look what %s leaves", p.Lines[i].ID)
		}
		if p.Lines[i].judge(after, taken); p.Lines[i].Kind == LineWrong {
			p.Wrong++
		}
	}
	return p, nil
}

// mayLeave finds a line wrong that would switch off somebody whose work nobody has taken over.
func (e *Engine) mayLeave(ctx context.Context, a actor, l *PeopleLine) error {
	if before, known := a.people.Person(l.ID); !known || !before.Active || l.person.Active {
		return nil
	}
	leaves, err := e.leavesAnything(ctx, l.ID)
	if leaves {
		l.Wrong = append(l.Wrong, text.T(
			"还有未办的待办或进行中的申请，不能直接停用。请先在“人员”里做“离职交接”，再导入。",
			"There are open tasks or running requests of theirs. Hand their work over under People first, then import."))
	}
	return err
}

// compare lays a line over the person it is about.
func (a actor) compare(s sheet, line sheetLine) PeopleLine {
	id, _ := s.cell(line, 0)
	before, known := a.people.Person(id)
	l := PeopleLine{Line: line.number, ID: id, Kind: LineUnchanged, Changes: []FieldChange{}, Wrong: []text.Text{}, person: before}
	if !known {
		l.Kind = LineAdded
		l.person = org.Person{ID: id, Role: org.Staff, Active: true}
	}
	for column, c := range personColumns {
		v, given := s.cell(line, column)
		if !given {
			continue
		}
		was := c.get(l.person)
		if !c.set(&l.person, v) {
			l.Wrong = append(l.Wrong, said(c.name, v, text.T("只能填“是”或“否”。", "It is yes or no.")))
			continue
		}
		if now := c.get(l.person); known && now != was {
			l.Kind = LineChanged
			l.Changes = append(l.Changes, FieldChange{Field: c.name, Before: was, After: now})
		}
	}
	l.Name = l.person.Name
	return l
}

// judge names what keeps a line from being imported, with the company as it would be.
func (l *PeopleLine) judge(after actor, taken map[string]string) {
	if err := after.checkPerson(l.person); err != nil {
		for _, f := range fault.From(err).Fields {
			l.Wrong = append(l.Wrong, l.filledIn(f))
		}
	}
	if owner := taken[l.person.SignIn]; owner != l.ID && l.person.SignIn != "" {
		l.Wrong = append(l.Wrong, text.T("用户名“{name}”已被别人使用，请换一个。", "The sign-in name {name} is somebody else's; choose another.").Fill("name", l.person.SignIn))
	}
	if len(l.Wrong) > 0 {
		l.Kind = LineWrong
	}
}

// filledIn is what is wrong with a field, with what the line says there.
func (l *PeopleLine) filledIn(f fault.Field) text.Text {
	key, known := map[string]string{"signIn": "sign_in", "name": "name_zh"}[f.Path]
	if !known {
		key = f.Path
	}
	at := slices.IndexFunc(personColumns, func(c personColumn) bool { return c.key == key })
	if at < 0 {
		return f.Text
	}
	v := personColumns[at].get(l.person)
	if f.Path == "name" {
		v = strings.TrimSpace(v + " " + l.person.Name.EN)
	}
	return said(personColumns[at].name, v, f.Text)
}

// said is what is wrong with a column, with what stands in it.
func said(column text.Text, v string, wrong text.Text) text.Text {
	if v == "" {
		return text.T(column.ZH+"没有填："+wrong.ZH, column.EN+" is empty: "+wrong.EN)
	}
	return text.T(column.ZH+"“"+v+"”："+wrong.ZH, column.EN+" \""+v+"\": "+wrong.EN)
}

// ImportPeople does what PreviewPeople told, all of it or nothing. Faults: invalid (people_wrong) while a line is, conflict
// (company_moved_on) when the company has changed since, refused (last_admin).
func (e *Engine) ImportPeople(ctx context.Context, who string, data []byte, revision int64) (PeoplePreview, error) {
	e.known.people.forget()
	p, err := e.PreviewPeople(ctx, who, data)
	if err != nil {
		return PeoplePreview{}, err
	}
	if p.Revision != revision {
		return PeoplePreview{}, errCompanyMovedOn
	}
	if p.Wrong > 0 {
		return PeoplePreview{}, errPeopleWrong
	}
	var people []org.Person
	var off []string
	for _, l := range p.Lines {
		if l.Kind == LineAdded || l.Kind == LineChanged {
			people = append(people, l.person)
			if !l.person.Active {
				off = append(off, l.ID)
			}
		}
	}
	if len(people) == 0 {
		return p, nil
	}
	if err := e.store.SavePeople(ctx, people, revision); err != nil {
		return PeoplePreview{}, fault.Wrap(err, "import people")
	}
	e.known.people.forget()
	var failed []error
	for _, id := range off {
		failed = append(failed, e.vacate(ctx, who, id))
	}
	if err := errors.Join(failed...); err != nil {
		e.log.ErrorContext(ctx, "open tasks are left with somebody who is switched off", "error", err)
	}
	return p, nil
}

var (
	errCompanyMovedOn = fault.New(fault.Conflict, "company_moved_on", text.T(
		"预览之后人员资料又有变化，没有导入。请重新预览。",
		"The company has changed since the preview; nothing was imported. Look at the preview again."))
	errPeopleWrong = fault.New(fault.Invalid, "people_wrong", text.T(
		"有些行填写得不对，没有导入。请改正后重新选择文件。",
		"Some lines are not right; nothing was imported. Correct them and choose the file again."))
)
