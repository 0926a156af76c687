package auth_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"flowline/server/auth"
)

func TestAPasswordMatchesItsHashOnly(t *testing.T) {
	p := auth.NewPasswords()
	hash, err := p.Hash(t.Context(), "correct horse")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=9216,t=4,p=1$") {
		t.Errorf("the hash does not say how it was made: %s", hash)
	}
	again, err := p.Hash(t.Context(), "correct horse")
	if err != nil || again == hash {
		t.Errorf("the same password has the same hash twice: %v", err)
	}
	for _, c := range []struct {
		password, hash string
		want           bool
	}{
		{"correct horse", hash, true}, {"correct horse", again, true}, {"Correct horse", hash, false},
		{"", hash, false}, {"", "", false}, {"correct horse", "", false},
	} {
		got, err := p.Matches(t.Context(), c.password, c.hash)
		if err != nil || got != c.want {
			t.Errorf("%q against %.30q: %v %v", c.password, c.hash, got, err)
		}
	}
	for _, broken := range []string{"x", "$argon2id$v=18$m=1,t=1,p=1$AA$AA", "$argon2id$v=19$m=1,t=1,p=1$?$AA", "$2a$10$abc"} {
		if ok, err := p.Matches(t.Context(), "x", broken); ok || err == nil {
			t.Errorf("%q is taken for a hash", broken)
		}
	}
}

// TestAnUnknownNameTakesAsLong: who measures must not learn which names exist. The factor is wide, since other work runs
// on the machine.
func TestAnUnknownNameTakesAsLong(t *testing.T) {
	p := auth.NewPasswords()
	hash, err := p.Hash(t.Context(), "correct horse")
	if err != nil {
		t.Fatal(err)
	}
	fastest := func(hash string) time.Duration {
		best := time.Hour
		for range 5 {
			began := time.Now()
			if ok, err := p.Matches(t.Context(), "guess", hash); ok || err != nil {
				t.Fatal(ok, err)
			}
			best = min(best, time.Since(began))
		}
		return best
	}
	known, unknown := fastest(hash), fastest("")
	if unknown < known/3 || known < unknown/3 {
		t.Errorf("a known name takes %v, an unknown one %v", known, unknown)
	}
}

func TestWhoNoLongerWaitsIsNotHashed(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	p := auth.NewPasswords()
	for range 100 { // a free turn may be taken, too: chance decides
		if _, err := p.Hash(ctx, "x"); errors.Is(err, context.Canceled) {
			return
		}
	}
	t.Error("every request was hashed after it was given up")
}
