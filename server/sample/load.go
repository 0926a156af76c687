package sample

import (
	"context"
	"io/fs"
	"time"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/text"
)

// Loader loads the samples into a store.
type Loader struct {
	Store    engine.Store
	Records  fs.FS                                                      // as assets.Records
	Flows    fs.FS                                                      // as assets.Flows
	Password string                                                     // of everybody who has none yet
	Hash     func(ctx context.Context, password string) (string, error) // as auth.Passwords
	Now      func() time.Time                                           // nil: time.Now
	Insist   bool                                                       // load beside people who are not of the samples
}

// Load loads what is not there yet and answers the company as the samples have it. Faults: refused (other_people).
func (l *Loader) Load(ctx context.Context) (org.Company, error) {
	if l.Now == nil {
		l.Now = time.Now
	}
	_, company, err := World(l.Records)
	if err != nil {
		return company, err
	}
	if err := l.people(ctx, company); err != nil {
		return company, fault.Wrap(err, "load the sample company")
	}
	if err := l.records(ctx); err != nil {
		return company, fault.Wrap(err, "load the sample records")
	}
	return company, fault.Wrap(l.flows(ctx, company), "load the sample flows")
}

func (l *Loader) people(ctx context.Context, sample org.Company) error {
	present, _, err := l.Store.Company(ctx)
	if err != nil {
		return err
	}
	ours, there := map[string]bool{}, map[string]bool{}
	for _, p := range sample.People {
		ours[p.ID] = true
	}
	for _, p := range present.People {
		if !ours[p.ID] && !l.Insist {
			return fault.New(fault.Refused, "other_people", text.T(
				"数据库里已有其他人员（{name}），没有装入示例。确实要装入请加 --force，或用 --database 指定另一个数据库。",
				"The database has people of its own ({name}); nothing was loaded. To load the samples beside them, add --force; or name another database with --database."),
				"name", p.SignIn)
		}
		there[p.ID] = true
	}
	for _, d := range present.Departments {
		there["d:"+d.ID] = true
	}
	for _, p := range present.Posts {
		there["p:"+p.Key] = true
	}
	for _, p := range sample.Posts {
		if !there["p:"+p.Key] {
			if err := l.Store.SavePost(ctx, p); err != nil {
				return err
			}
		}
	}
	for _, d := range sample.Departments {
		if !there["d:"+d.ID] {
			if err := l.Store.SaveDepartment(ctx, d); err != nil {
				return err
			}
		}
	}
	for _, p := range sample.People {
		if !there[p.ID] {
			if err := l.Store.SavePerson(ctx, p); err != nil {
				return err
			}
		}
		if err := l.password(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// password gives the person the sample password, unless there is one already.
func (l *Loader) password(ctx context.Context, p org.Person) error {
	_, hash, err := l.Store.Secret(ctx, p.SignIn)
	if err == nil && hash != "" || err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	if hash, err = l.Hash(ctx, l.Password); err != nil {
		return err
	}
	return l.Store.SetSecret(ctx, p.ID, hash)
}

// flows makes a draft of each sample flow and publishes it, in the name of the first admin, as anybody would.
func (l *Loader) flows(ctx context.Context, company org.Company) error {
	definitions, err := Flows(l.Flows)
	if err != nil {
		return err
	}
	e, err := engine.New(l.Store, engine.Options{Now: l.Now})
	if err != nil {
		return err
	}
	admin := ""
	for _, p := range company.People {
		if p.Role == org.Admin {
			admin = p.ID
		}
	}
	for _, d := range definitions {
		if err := l.flow(ctx, e, admin, d); err != nil {
			return fault.Wrap(err, "flow %s", d.Key)
		}
	}
	return nil
}

func (l *Loader) flow(ctx context.Context, e *engine.Engine, admin string, d flow.Definition) error {
	switch known, err := l.Store.Draft(ctx, d.Key); {
	case err == nil && known.Current > 0:
		return nil
	case fault.Is(err, fault.NotFound):
		draft := engine.Draft{Key: d.Key, Revision: 1, Definition: d, UpdatedAt: l.Now().UTC().Truncate(time.Microsecond), UpdatedBy: admin}
		if err := l.Store.AddDraft(ctx, draft); err != nil {
			return err
		}
	case err != nil:
		return err
	}
	draft, err := l.Store.Draft(ctx, d.Key)
	if err != nil {
		return err
	}
	_, err = e.Publish(ctx, admin, d.Key, draft.Revision, "示例 / Sample")
	return err
}
