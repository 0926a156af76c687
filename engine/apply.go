package engine

import (
	"context"
	"math/rand/v2"
	"time"

	"flowline/engine/fault"
)

// command is what a person wants done to an instance, or to make one.
type command struct {
	who string
	key string // idempotency key; empty: none
	// prepare loads what the command is about, refuses who may not, and advances: the step to save. It is called again
	// when somebody else was first, and must not change anything itself.
	prepare func(ctx context.Context) (Commit, error)
	// mend reports whether a step that could not be saved comes out differently when it is prepared again.
	mend func(Commit, error) bool
	// saved is told of the step once it is saved.
	saved func(Commit)
	// same reports whether an instance can be the one that this command made or moved the first time its key was used.
	same func(Instance) bool
}

// tries bounds how often a command begins again because the instance has moved on.
const tries = 12

// apply is the loop by which everything happens: load, Advance, answer what is asked, commit, publish. An error saves
// nothing. Whoever listens is told after the commit, never before.
func (e *Engine) apply(ctx context.Context, c command) (Instance, error) {
	for try := 0; try < tries; try++ {
		step, err := c.prepare(ctx)
		if err != nil {
			return e.repeated(ctx, c, err)
		}
		step.Person, step.Key = c.who, c.key
		err = e.store.Commit(ctx, step)
		switch {
		case err == nil:
			c.saved(step)
			e.publish(step)
			return step.Instance, nil
		case c.mend(step, err):
		case movedOn(err):
			if err := pause(ctx, try); err != nil {
				return Instance{}, err
			}
		default:
			return e.repeated(ctx, c, err)
		}
	}
	return Instance{}, errBusy
}

// movedOn reports whether beginning again from the load can help.
func movedOn(err error) bool {
	switch fault.ReasonOf(err) {
	case "instance_moved_on", "record_moved_on":
		return true
	}
	return false
}

// pause waits a little, longer with each try and never as long as the others, so that they do not meet again.
func pause(ctx context.Context, try int) error {
	longest := min(time.Millisecond<<try, 50*time.Millisecond)
	timer := time.NewTimer(time.Duration(rand.Int64N(int64(longest)) + 1))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return fault.Wrap(ctx.Err(), "wait for another try")
	}
}

// repeated answers the first result of a command whose key was used before, whatever the second attempt ran into; err
// when it was not.
func (e *Engine) repeated(ctx context.Context, c command, err error) (Instance, error) {
	if c.key == "" {
		return Instance{}, err
	}
	id, missing := e.store.Repeated(ctx, c.who, c.key)
	if fault.Is(missing, fault.NotFound) {
		return Instance{}, err
	}
	if missing != nil {
		return Instance{}, missing
	}
	first, missing := e.store.Instance(ctx, id)
	if missing != nil {
		return Instance{}, missing
	}
	if !c.same(first) {
		return Instance{}, errKeyReused
	}
	return first, nil
}

// publish tells whoever looks that a step was saved.
func (e *Engine) publish(c Commit) {
	e.publisher.Publish("instance:"+c.Instance.ID, c.Instance.Revision)
	tick := e.tick()
	e.publisher.Publish("instances", tick)
	company := e.known.people.peek()
	told := map[string]bool{}
	tell := func(topic string) {
		if !told[topic] {
			told[topic] = true
			e.publisher.Publish(topic, tick)
		}
	}
	for _, t := range c.Tasks {
		tell("inbox:" + t.Assignee)
		for _, d := range company.AgentsOf(t.Assignee, c.At) {
			tell("inbox:" + d.Agent)
		}
	}
	if c.Lock || c.Unlock {
		tell("records:" + c.Instance.RecordType)
	}
	for _, ch := range c.Changes {
		tell("records:" + ch.Type)
	}
	for _, r := range c.Inserts {
		tell("records:" + r.Type)
	}
	for _, more := range c.Also {
		e.publish(more)
	}
}
