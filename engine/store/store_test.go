package store_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/storetest"
)

func TestTheStoreKeepsWhatItPromises(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func(testing.TB) engine.Store) { storetest.Run(t, open) })
}
