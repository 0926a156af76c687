package engine_test

import (
	"testing"

	"flowline/engine/enginetest"
)

// eachStore runs a test on every database.
func eachStore(t *testing.T, test func(t *testing.T, h *enginetest.House)) {
	t.Run("sqlite", func(t *testing.T) { test(t, enginetest.New(t)) })
}
