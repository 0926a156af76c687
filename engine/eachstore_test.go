package engine_test

import (
	"testing"

	"flowline/engine"
	"flowline/engine/enginetest"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

// eachStore runs a test on every database, every step checked.
func eachStore(t *testing.T, test func(t *testing.T, h *enginetest.House)) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		test(t, enginetest.Over(t, enginetest.Checked(t, storetest.Open(t, fresh(t), store.Options{})), engine.Options{}))
	})
}
