package store

import (
	"cmp"
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"flowline/engine/fault"
	"flowline/engine/org"
	"flowline/engine/text"
)

type personRow struct {
	ID         string `gorm:"column:id;primaryKey"`
	SignIn     string `gorm:"column:sign_in"`
	NameZH     string `gorm:"column:name_zh"`
	NameEN     string `gorm:"column:name_en"`
	Email      string `gorm:"column:email"`
	Role       string `gorm:"column:role"`
	Department string `gorm:"column:department"`
	Posts      string `gorm:"column:posts"` // JSON
	Manager    string `gorm:"column:manager"`
	Active     bool   `gorm:"column:active"`
}

// personColumns are those that SavePerson replaces; language, quiet and secret are the person's own.
var personColumns = []string{"sign_in", "name_zh", "name_en", "email", "role", "department", "posts", "manager", "active"}

// TableName implements gorm's Tabler.
func (personRow) TableName() string { return "people" }

type departmentRow struct {
	ID     string `gorm:"column:id;primaryKey"`
	NameZH string `gorm:"column:name_zh"`
	NameEN string `gorm:"column:name_en"`
	Parent string `gorm:"column:parent"`
	Head   string `gorm:"column:head"`
}

// TableName implements gorm's Tabler.
func (departmentRow) TableName() string { return "departments" }

type postRow struct {
	Key    string `gorm:"column:post_key;primaryKey"`
	NameZH string `gorm:"column:name_zh"`
	NameEN string `gorm:"column:name_en"`
	Limit  string `gorm:"column:approval_limit"`
}

// TableName implements gorm's Tabler.
func (postRow) TableName() string { return "posts" }

// Company implements engine.PeopleStore. The revision is read first: a change that comes between makes the answer newer
// than its revision, and the reader looks again, which is harmless.
func (s *Store) Company(ctx context.Context) (org.Company, int64, error) {
	revision, err := s.CompanyRevision(ctx)
	if err != nil {
		return org.Company{}, 0, err
	}
	var (
		people      []personRow
		departments []departmentRow
		posts       []postRow
		deputies    []deputyRow
	)
	db := s.read(ctx)
	for _, err := range []error{
		db.Order("id").Find(&people).Error,
		db.Order("id").Find(&departments).Error,
		db.Order("post_key").Find(&posts).Error,
		db.Order("from_at, id").Find(&deputies).Error,
	} {
		if err != nil {
			return org.Company{}, 0, fault.Wrap(mapped(err), "read the company")
		}
	}
	c := org.Company{People: make([]org.Person, len(people)), Departments: make([]org.Department, len(departments)), Posts: make([]org.Post, len(posts))}
	for i, r := range people {
		c.People[i] = org.Person{
			ID: r.ID, SignIn: r.SignIn, Name: text.T(r.NameZH, r.NameEN), Email: r.Email, Role: org.Role(r.Role),
			Department: r.Department, Manager: r.Manager, Active: r.Active,
		}
		if err := json.Unmarshal([]byte(r.Posts), &c.People[i].Posts); err != nil {
			return org.Company{}, 0, fault.Wrap(err, "read the posts of person %s", r.ID)
		}
	}
	for i, r := range departments {
		c.Departments[i] = org.Department{ID: r.ID, Name: text.T(r.NameZH, r.NameEN), Parent: r.Parent, Head: r.Head}
	}
	for i, r := range posts {
		c.Posts[i] = org.Post{Key: r.Key, Name: text.T(r.NameZH, r.NameEN), Limit: r.Limit}
	}
	for _, r := range deputies {
		d, err := r.deputy()
		if err != nil {
			return org.Company{}, 0, err
		}
		c.Deputies = append(c.Deputies, d)
	}
	return c, revision, nil
}

// CompanyRevision implements engine.PeopleStore.
func (s *Store) CompanyRevision(ctx context.Context) (int64, error) {
	var revision int64
	err := queryRow(s.read(ctx), "SELECT value FROM revisions WHERE name = 'company'").Scan(&revision)
	return revision, fault.Wrap(mapped(err), "read the company's revision")
}

// SavePerson implements engine.PeopleStore.
func (s *Store) SavePerson(ctx context.Context, p org.Person) error {
	return s.savePeople(ctx, "save person "+p.ID, []org.Person{p}, func(*gorm.DB) error { return nil })
}

// SavePeople implements engine.PeopleStore. saveCompany has moved the revision on by the time it is compared.
func (s *Store) SavePeople(ctx context.Context, people []org.Person, base int64) error {
	return s.savePeople(ctx, "save people", people, func(tx *gorm.DB) error {
		var now int64
		if err := queryRow(tx, "SELECT value FROM revisions WHERE name = 'company'").Scan(&now); err != nil {
			return err
		}
		if now != base+1 {
			return errCompanyMovedOn
		}
		return nil
	})
}

func (s *Store) savePeople(ctx context.Context, doing string, people []org.Person, allowed func(*gorm.DB) error) error {
	saving := ""
	return s.saveCompany(ctx, doing, func(tx *gorm.DB) error {
		if err := allowed(tx); err != nil {
			return err
		}
		before, err := admins(tx)
		if err != nil {
			return err
		}
		for _, p := range people {
			saving = p.SignIn
			if err := savePerson(tx, p); err != nil {
				return err
			}
		}
		if after, err := admins(tx); err != nil || before > 0 && after == 0 {
			return cmp.Or(err, error(errLastAdmin))
		}
		return nil
	}, func(column string) error {
		if column != "sign_in" && column != "people_sign_in" {
			return nil
		}
		taken := text.T("登录名“{name}”已被别人使用，请换一个。", "The sign-in name {name} is somebody else's; choose another.").Fill("name", saving)
		return conflict("sign_in_taken", taken).With("signIn", taken)
	})
}

// savePerson saves one; the sessions of somebody who is not active end.
func savePerson(tx *gorm.DB, p org.Person) error {
	posts, err := json.Marshal(p.Posts)
	if err != nil {
		return err
	}
	row := personRow{
		ID: p.ID, SignIn: p.SignIn, NameZH: p.Name.ZH, NameEN: p.Name.EN, Email: p.Email, Role: string(p.Role),
		Department: p.Department, Posts: string(posts), Manager: p.Manager, Active: p.Active,
	}
	if err := saveRow(tx, &row, personColumns); err != nil || p.Active {
		return err
	}
	_, err = exec(tx, "DELETE FROM sessions WHERE person = ?", p.ID)
	return err
}

// SaveDepartment implements engine.PeopleStore.
func (s *Store) SaveDepartment(ctx context.Context, d org.Department) error {
	row := departmentRow{ID: d.ID, NameZH: d.Name.ZH, NameEN: d.Name.EN, Parent: d.Parent, Head: d.Head}
	return s.saveCompany(ctx, "save department "+d.ID, func(tx *gorm.DB) error {
		return saveRow(tx, &row, []string{"name_zh", "name_en", "parent", "head"})
	}, nil)
}

// SavePost implements engine.PeopleStore.
func (s *Store) SavePost(ctx context.Context, p org.Post) error {
	row := postRow{Key: p.Key, NameZH: p.Name.ZH, NameEN: p.Name.EN, Limit: p.Limit}
	return s.saveCompany(ctx, "save post "+p.Key, func(tx *gorm.DB) error {
		return saveRow(tx, &row, []string{"name_zh", "name_en", "approval_limit"})
	}, nil)
}

// admins counts those who can administer.
func admins(tx *gorm.DB) (int64, error) {
	var n int64
	err := tx.Model(&personRow{}).Where("role = ? AND active = ?", string(org.Admin), true).Count(&n).Error
	return n, err
}

var errLastAdmin = fault.New(fault.Refused, "last_admin", text.T(
	"这是最后一位管理员。请先指定另一位管理员。",
	"This is the last administrator. Make somebody else one first."))

var errCompanyMovedOn = fault.New(fault.Conflict, "company_moved_on", text.T(
	"人员资料已有变化，没有保存。请重新查看后再试。",
	"The company has changed; nothing was saved. Look again and try once more."))

// saveCompany moves the company's revision and runs a change of the company. The revision's row is taken first, so that
// such changes come one after the other and each sees what those before it did. Taken, if given, words a unique key's violation.
func (s *Store) saveCompany(ctx context.Context, doing string, save func(tx *gorm.DB) error, taken func(column string) error) error {
	return s.change(ctx, doing, func(tx *gorm.DB) error {
		if _, err := exec(tx, "UPDATE revisions SET value = value + 1 WHERE name = 'company'"); err != nil {
			return err
		}
		if err := save(tx); err != nil {
			if column, ok := violated(err); ok && taken != nil {
				if f := taken(column); f != nil {
					return f
				}
			}
			return err
		}
		return nil
	})
}

// saveRow updates the row with row's key, or adds it. It is not done by an upsert: MySQL's would, on any unique key, change
// the row of somebody else.
func saveRow(tx *gorm.DB, row any, columns []string) error {
	done := tx.Model(row).Select(columns).Updates(row)
	if done.Error != nil || done.RowsAffected > 0 {
		return done.Error
	}
	return tx.Create(row).Error
}
