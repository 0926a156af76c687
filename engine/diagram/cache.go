package diagram

import (
	"container/list"
	"crypto/sha256"
	"sync"
)

// cache keeps the geometries used last, by the hash of their DOT.
type cache struct {
	mu    sync.Mutex
	size  int
	items map[[sha256.Size]byte]*list.Element
	order list.List // front: used last
}

type cached struct {
	key [sha256.Size]byte
	geo *geometry
}

func newCache(size int) *cache {
	return &cache{size: size, items: make(map[[sha256.Size]byte]*list.Element)}
}

func (c *cache) get(key [sha256.Size]byte) (*geometry, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.items[key]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(cached).geo, true
}

func (c *cache) put(key [sha256.Size]byte, geo *geometry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.items[key]; ok {
		return
	}
	c.items[key] = c.order.PushFront(cached{key, geo})
	for len(c.items) > c.size {
		oldest := c.order.Back()
		c.order.Remove(oldest)
		delete(c.items, oldest.Value.(cached).key)
	}
}
