package store

import (
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// gormConfig makes the configuration of one database, a new one each time: gorm keeps a dialect's clauses in it, and two
// databases that share one silently lose FOR UPDATE.
func gormConfig() *gorm.Config {
	return &gorm.Config{
		SkipDefaultTransaction:   true, // every change has one already
		DisableNestedTransaction: true,
		DisableAutomaticPing:     true,
		Logger:                   logger.Discard, // errors are told to the caller, once
		NowFunc:                  func() time.Time { return time.Now().UTC() },
	}
}
