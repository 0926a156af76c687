package store

import (
	"context"

	"flowline/engine/fault"
)

// Involving implements engine.InstanceStore. Who was asked or told is in instance_people; whose turn has not come is found
// by the waiting task.
func (s *Store) Involving(ctx context.Context, person, after string, n int) ([]string, error) {
	const running = "SELECT i.id FROM instances i WHERE i.ended_at IS NULL AND i.id > ? AND i.submitter = ? UNION " +
		"SELECT i.id FROM instance_people p JOIN instances i ON i.id = p.instance WHERE p.person = ? AND i.ended_at IS NULL AND i.id > ? UNION " +
		"SELECT t.instance FROM tasks t WHERE t.assignee = ? AND t.state = 'waiting' AND t.instance > ? ORDER BY 1 LIMIT ?"
	ids := []string{}
	err := s.read(ctx).Raw(running, after, person, person, after, person, after, n).Scan(&ids).Error
	return ids, fault.Wrap(mapped(err), "list what %s takes part in", person)
}
