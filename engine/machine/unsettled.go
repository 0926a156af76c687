package machine

import (
	"maps"
	"slices"

	"flowline/engine/record"
)

// Unsettled is what an instance knows between a question and its answer. It is gone as soon as nothing is asked, and so
// it is never saved; answering the same questions again brings it back.
type Unsettled struct {
	Held      *Event                   // waits for an answer before anything is done about it
	By        string                   // whose event all this follows from
	Hops      int                      // nodes entered since that event
	Ready     []string                 // tokens to go on with, by id
	Want      []string                 // tokens that want the facts, by id
	Known     bool                     // Facts hold
	Facts     record.Values            // what the record says, changes of this step included
	Asked     []Ask                    // for people, not yet answered
	Found     map[question][]string    // the people answered
	Named     map[string][]string      // people named by an admin, to be asked as they are, by activation
	Gone      []string                 // slots whose owners are known to be switched off, by id
	Picks     bool                     // a person sent the event, and can still be told to pick people
	Times     []Reckoning              // moments wanted for timers
	Never     []string                 // update steps whose values cannot be saved, by node
	Says      map[string]record.Values // what the records of children say, by the child's id
	Told      []Notice                 // to be sent when the step ends: tasks that are gone
	BackFacts *BackFacts               // what putting changes back takes; nil: it is not known
	Back      bool                     // it is wanted with the facts
	Parts     []string                 // of these children too, by id

	Ending string // why it is about to end as rejected, once changes are put back; empty: it is not

	Ended bool   // the instance has just ended, and copies of that are not sent yet
	Again string // while a token enters a node again: the activation that this repeats
	Keep  string // and who of it signs again, if the others need not
}

func (u *Unsettled) clone() *Unsettled {
	if u == nil {
		return nil
	}
	c := *u
	c.Ready = slices.Clone(u.Ready)
	c.Want = slices.Clone(u.Want)
	c.Asked = slices.Clone(u.Asked)
	c.Found, c.Named = maps.Clone(u.Found), maps.Clone(u.Named)
	c.Gone, c.Told, c.Times = slices.Clone(u.Gone), slices.Clone(u.Told), slices.Clone(u.Times)
	c.Says = maps.Clone(u.Says)
	return &c
}

// forget drops what is asked for an activation that is no more.
func (u *Unsettled) forget(activation string) {
	u.Asked = slices.DeleteFunc(u.Asked, func(a Ask) bool { return a.Activation == activation })
	maps.DeleteFunc(u.Found, func(q question, _ []string) bool { return q.activation == activation })
	delete(u.Named, activation)
}

// asks lists what is not answered.
func (u *Unsettled) asks() []Ask {
	var asks []Ask
	if len(u.Want) > 0 || u.Held != nil && len(u.Asked) == 0 || u.Ending != "" {
		asks = append(asks, Ask{Type: AskFacts, Back: u.Back, Parts: u.Parts})
	}
	asks = append(asks, u.Asked...)
	if len(u.Times) > 0 { // last, so that one answer is for all of them
		asks = append(asks, Ask{Type: AskTimes, Times: u.Times})
	}
	return asks
}
