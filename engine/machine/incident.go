package machine

// The reasons of incidents. Stored; never renamed.
const (
	incidentRuleFailed      = "rule_failed"       // a rule cannot be evaluated
	incidentNoMatch         = "no_match"          // no rule of a decision is true, and it has no default
	incidentNobody          = "nobody"            // there is nobody to ask
	incidentTooManyHops     = "too_many_hops"     // the flow runs in a circle
	incidentTooManyBranches = "too_many_branches" // a fork would go beyond MaxBranches
	incidentUpdateFailed    = "update_failed"     // a value cannot be set
	incidentNoWay           = "no_way"            // no edge leads on
	incidentManyWays        = "many_ways"         // several edges lead on from what is no decision
	incidentChildFailed     = "child_failed"      // another flow could not be started, or ended without an answer
	incidentTooDeep         = "too_deep"          // flows lie in one another beyond flow.MaxDepth
	incidentTooFew          = "too_few"           // fewer branches can come to a join than it wants
	incidentTooManyChildren = "too_many_children" // there is more to start than flow.MaxChildren
)

// open reports whether the incident still waits for an admin.
func (i Incident) open() bool { return i.ResolvedAt.IsZero() }

// incident stops a token where it is until an admin sees to it. Detail says on what, in no language: a rule, a field.
func (r *run) incident(t Token, reason, detail string, looked ...RuleTrace) {
	i := Incident{ID: r.id("i"), Node: t.Node, Activation: t.Activation, Reason: reason, Detail: detail, At: r.at}
	r.s.Incidents = append(r.s.Incidents, i)
	r.tell(Entry{Type: EntryIncident, Node: t.Node, Activation: t.Activation, Data: Data{Reason: reason, Detail: detail, Rules: looked}})
}

// openIncident finds an incident that an admin can see to.
func (r *run) openIncident(id string) (*Incident, error) {
	if r.s.Status.Ended() {
		return nil, errEnded
	}
	for i := range r.s.Incidents {
		if r.s.Incidents[i].ID != id {
			continue
		}
		if !r.s.Incidents[i].open() {
			return nil, errRepaired
		}
		return &r.s.Incidents[i], nil
	}
	return nil, errUnknownIncident
}

// repaired closes an incident and says so.
func (r *run) repaired(i *Incident, ev Event) {
	i.ResolvedAt = r.at
	r.tell(Entry{
		Type: EntryRepaired, By: ev.By, OnBehalfOf: ev.OnBehalfOf, Node: i.Node, Activation: i.Activation,
		Comment: ev.Comment, Data: Data{Reason: i.Reason},
	})
}
