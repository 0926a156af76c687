package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/text"
)

// Commit implements engine.InstanceStore. Everything is made ready before the transaction begins. In it there is one
// statement per table that the step touches: the instance, people and timers only when they change, tasks and what people
// kept for those that close, journal, outbox, and each record once, whatever the step does to it.
func (s *Store) Commit(ctx context.Context, c engine.Commit) error {
	steps := make([]*step, 0, 1+len(c.Also))
	for _, one := range flatten(&c, nil) {
		p, err := s.prepare(ctx, *one)
		if err != nil {
			return fault.Wrap(err, "save instance %s", one.Instance.ID)
		}
		steps = append(steps, p)
	}
	if err := s.saveAll(ctx, c.Instance.ID, steps); err != nil {
		return err
	}
	for _, p := range steps {
		s.known.learn(p.instance, p.after)
	}
	return nil
}

func (s *Store) saveAll(ctx context.Context, id string, steps []*step) error {
	doing := "save instance " + id
	if done, err := s.pack(ctx, steps); done || err != nil {
		return fault.Wrap(mapped(err), "%s", doing)
	}
	return s.change(ctx, doing, func(tx *gorm.DB) error {
		for _, p := range steps {
			if err := s.save(tx, p); err != nil {
				return &engine.StepError{Instance: p.instance, Err: err}
			}
		}
		return nil
	})
}

// pack saves steps at once where that is possible and nothing stands against it.
func (s *Store) pack(ctx context.Context, steps []*step) (done bool, err error) {
	sender, ok := s.writes.(packer)
	if !ok {
		return false, nil
	}
	var all []expected
	for _, p := range steps {
		if all, ok = p.plain(all); !ok {
			return false, nil
		}
	}
	return sender.pack(ctx, all)
}

func flatten(c *engine.Commit, into []*engine.Commit) []*engine.Commit {
	into = append(into, c)
	for i := range c.Also {
		into = flatten(&c.Also[i], into)
	}
	return into
}

// save runs the statements of one step. The instance's own row comes first where it exists: whoever comes second waits
// there, and finds the revision moved on.
func (s *Store) save(tx *gorm.DB, p *step) error {
	if p.key != nil {
		if err := claimKey(tx, *p.key); err != nil {
			return err
		}
	}
	if p.base > 0 {
		if err := saveExisting(tx, p); err != nil {
			return err
		}
	}
	for _, r := range p.inserts {
		holder := ""
		if p.lockNew == r.record.ID {
			holder = p.instance
		}
		number, err := s.insertRow(tx, r, holder)
		if err != nil {
			return err
		}
		if r.record.ID == p.recordID {
			p.row.args[instanceNumberAt] = number
		}
	}
	for _, u := range p.updates {
		if err := s.updateRow(tx, u, p.at); err != nil {
			return err
		}
	}
	if p.base == 0 {
		if _, err := p.row.run(tx); err != nil {
			if _, taken := violated(err); taken {
				return movedOn().Because(err)
			}
			return err
		}
	}
	return runAll(tx, p.rest)
}

func saveExisting(tx *gorm.DB, p *step) error {
	found, err := p.row.run(tx)
	if err != nil || found > 0 {
		return err
	}
	var there int
	if err := queryRow(tx, "SELECT 1 FROM instances WHERE id = ?", p.instance).Scan(&there); missing(err) {
		return notFound("instance_not_found", noInstance)
	} else if err != nil {
		return err
	}
	return movedOn()
}

func movedOn() *fault.Error {
	return conflict("instance_moved_on", text.T("这个流程刚刚有了新进展，您的操作没有生效。请刷新后再看。",
		"This request has just moved on, so your action was not done. Reload it and look again."))
}

// keptFor is how long an idempotency key is remembered.
const keptFor = 24 * time.Hour

func claimKey(tx *gorm.DB, claim statement) error {
	_, err := claim.run(tx)
	if _, taken := violated(err); taken {
		return conflict("repeated", text.T("这个操作已经做过了，没有重复执行。", "This was done already; it was not done twice."))
	}
	return err
}

func keyID(person, key string) string {
	sum := sha256.Sum256([]byte(person + "\x00" + key))
	return hex.EncodeToString(sum[:])
}

// Repeated implements engine.InstanceStore.
func (s *Store) Repeated(ctx context.Context, person, key string) (string, error) {
	var instance string
	err := queryRow(s.read(ctx), "SELECT instance FROM idempotency_keys WHERE id = ?", keyID(person, key)).Scan(&instance)
	if missing(err) {
		return "", notFound("key_not_found", text.T("这个操作还没有做过。", "This has not been done before."))
	}
	return instance, fault.Wrap(mapped(err), "look up an idempotency key")
}
