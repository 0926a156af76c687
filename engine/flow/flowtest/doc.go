// Package flowtest makes flows for tests: SoundFlow draws random charts that may be published and always finish.
//
// Only tests import it.
package flowtest
