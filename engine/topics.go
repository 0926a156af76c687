package engine

import (
	"context"
	"strings"
)

// Topic answers whether a person may listen to a topic, and its present revision: that of the instance or draft; for the
// topics that have none, a clock that only rises. not_found for what is not there or not for this person.
func (e *Engine) Topic(ctx context.Context, who, topic string) (int64, error) {
	a, err := e.actor(ctx, who)
	if err != nil {
		return 0, err
	}
	kind, id, _ := strings.Cut(topic, ":")
	follow, ok := topics[kind]
	if !ok {
		return 0, errNoTopic
	}
	return follow(e, ctx, a, id)
}

// topics has one behaviour for each kind of topic.
var topics = map[string]func(*Engine, context.Context, actor, string) (int64, error){
	"instance": func(e *Engine, ctx context.Context, a actor, id string) (int64, error) {
		l, err := e.look(ctx, a, id)
		return l.instance.Revision, err
	},
	"thread": func(e *Engine, ctx context.Context, a actor, id string) (int64, error) {
		if _, err := e.look(ctx, a, id); err != nil {
			return 0, err
		}
		return e.tick(), nil
	},
	"inbox": func(e *Engine, _ context.Context, a actor, id string) (int64, error) {
		if id != a.ID {
			return 0, errNoTopic
		}
		return e.tick(), nil
	},
	"draft": func(e *Engine, ctx context.Context, a actor, key string) (int64, error) {
		if !a.mayDraw() {
			return 0, errNoTopic
		}
		d, err := e.store.Draft(ctx, key)
		return d.Revision, hideAs(errNoTopic, err)
	},
	"records": func(e *Engine, ctx context.Context, _ actor, typ string) (int64, error) {
		if _, err := e.recordType(ctx, typ); err != nil {
			return 0, hideAs(errNoTopic, err)
		}
		return e.tick(), nil
	},
	"instances": func(e *Engine, _ context.Context, _ actor, id string) (int64, error) {
		if id != "" {
			return 0, errNoTopic
		}
		return e.tick(), nil
	},
}
