package diagram

import (
	"crypto/sha256"
	"testing"
)

func TestCacheForgetsWhatWasUsedLongestAgo(t *testing.T) {
	c := newCache(2)
	key := func(s string) [sha256.Size]byte { return sha256.Sum256([]byte(s)) }
	for _, k := range []string{"a", "b"} {
		c.put(key(k), &geometry{})
	}
	c.get(key("a"))
	c.put(key("c"), &geometry{})
	for k, want := range map[string]bool{"a": true, "b": false, "c": true} {
		if _, ok := c.get(key(k)); ok != want {
			t.Errorf("%s kept: %v, want %v", k, ok, want)
		}
	}
}
