package flow

// JoinMode is how many branches a join waits for.
type JoinMode string

// The modes. A join that does not wait for all calls the rest of its fork's branches off when it fires.
const (
	JoinAll   JoinMode = "all"   // every one that can still come
	JoinFirst JoinMode = "first" // the first that comes
	JoinN     JoinMode = "n"     // the first N that come
)

// JoinShort says what becomes of a join for N when fewer than N can still come.
type JoinShort string

// The ways.
const (
	ShortGo   JoinShort = ""     // it goes on with those that have come: it never waits for what cannot come
	ShortHold JoinShort = "hold" // an incident waits for an admin, who may have it go on
)

// Join is the settings of a join.
type Join struct {
	Mode  JoinMode  `json:"mode"`
	N     int       `json:"n,omitempty"`     // with n
	Short JoinShort `json:"short,omitempty"` // with n
}

// MaxJoined is the most that a join can be told to wait for.
const MaxJoined = 100

// Wants is how many arrivals a join fires at though others can still come; 0 for one that waits for all, and for what is no
// join.
func (n *Node) Wants() int {
	switch {
	case n.Kind != KindJoin || n.Join == nil:
	case n.Join.Mode == JoinFirst:
		return 1
	case n.Join.Mode == JoinN:
		return max(1, n.Join.N)
	}
	return 0
}

func (v *validator) join(at string, j *Join) {
	oneOf(v, at+".mode", j.Mode, JoinAll, JoinFirst, JoinN)
	oneOf(v, at+".short", j.Short, ShortGo, ShortHold)
	least := 0
	if j.Mode == JoinN {
		least = 1
	}
	v.whole(at+".n", j.N, least, MaxJoined)
}
