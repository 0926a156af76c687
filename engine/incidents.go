package engine

import (
	"context"
	"slices"
	"strings"

	"flowline/engine/fault"
	"flowline/engine/machine"
	"flowline/engine/text"
)

// Incidents lists what flows could not do, for admins. A page counts instances; one instance may have several incidents.
func (e *Engine) Incidents(ctx context.Context, who string, offset, limit int) (Page[IncidentInfo], error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return Page[IncidentInfo]{}, err
	}
	rows, total, err := e.store.Instances(ctx, InstanceQuery{HasIncident: true, Offset: offset, Limit: limit})
	if err != nil {
		return Page[IncidentInfo]{}, err
	}
	page := Page[IncidentInfo]{Items: []IncidentInfo{}, Total: total}
	for _, row := range rows {
		m, err := e.load(ctx, row.ID, false)
		if err != nil {
			return Page[IncidentInfo]{}, err
		}
		info, err := e.instanceInfo(ctx, a, m.before)
		if err != nil {
			return Page[IncidentInfo]{}, err
		}
		for _, i := range m.before.State.Incidents {
			if !i.ResolvedAt.IsZero() {
				continue
			}
			line := IncidentInfo{Incident: i, Instance: info}
			if n := m.graph.Node(i.Node); n != nil {
				line.NodeName = n.Name
			}
			page.Items = append(page.Items, line)
		}
	}
	return page, nil
}

// Retry has what failed tried again, by an admin who has removed the cause. not_found when the incident is no longer open.
func (e *Engine) Retry(ctx context.Context, who string, r Repair) (InstanceInfo, error) {
	return e.repair(ctx, who, r, machine.Event{Type: machine.EventRetried})
}

// Assign names the people of a step that found nobody, or one for a signature that is nobody's, by an admin. Each must be
// an active person of the company. not_found when the incident is no longer open.
func (e *Engine) Assign(ctx context.Context, who string, r Repair) (InstanceInfo, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return InstanceInfo{}, err
	}
	people := unique(r.People)
	if len(people) == 0 {
		return InstanceInfo{}, badField("people", text.T("请至少选择一个人。", "Choose at least one person."))
	}
	for _, id := range people {
		if p, ok := a.people.Person(id); !ok || !p.Active {
			return InstanceInfo{}, badField("people", noPerson)
		}
	}
	return e.repair(ctx, who, r, machine.Event{Type: machine.EventAssigned, People: people})
}

func (e *Engine) repair(ctx context.Context, who string, r Repair, ev machine.Event) (InstanceInfo, error) {
	a, err := e.admin(ctx, who)
	if err != nil {
		return InstanceInfo{}, err
	}
	if ev.Comment = strings.TrimSpace(r.Reason); ev.Comment == "" {
		return InstanceInfo{}, badField("reason", noReason)
	}
	if err := plainText("reason", ev.Comment); err != nil {
		return InstanceInfo{}, err
	}
	repaired := func(s machine.State) bool {
		return slices.ContainsFunc(s.Incidents, func(i machine.Incident) bool { return i.ID == r.Incident && !i.ResolvedAt.IsZero() })
	}
	in, err := e.step(ctx, who, r.Key, r.Instance, repaired, func(_ context.Context, m *move) (machine.Event, error) {
		for _, i := range m.before.State.Incidents {
			if i.ID == r.Incident && i.ResolvedAt.IsZero() {
				ev.At, ev.By, ev.Incident, ev.Activation = m.at, who, i.ID, i.Activation
				return ev, nil
			}
		}
		return machine.Event{}, errNoIncident
	})
	if err != nil {
		return InstanceInfo{}, fault.Wrap(err, "repair %s of %s", r.Incident, r.Instance)
	}
	return e.instanceInfo(ctx, a, in)
}

// noReason is what is said to an admin who does not say why he steps in.
var noReason = text.T("请写明原因，会记入流程的经过。", "Say why; it stands in the history.")
