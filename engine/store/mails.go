package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"flowline/engine"
)

// ClaimMails implements engine.MailStore.
func (s *Store) ClaimMails(ctx context.Context, now time.Time, lease time.Duration, n int) ([]engine.DueMail, error) {
	if due, err := s.anyDue(ctx, "notices", "mail_at", now); err != nil || !due {
		return nil, err
	}
	var claimed []engine.DueMail
	err := s.change(ctx, "claim mails", func(tx *gorm.DB) error {
		rows, err := tx.Table("notices").Clauses(skipLocked).Select("mail_tries, "+noticeRead).
			Where("mail_at <= ?", at(now)).Order("mail_at, id").Limit(n).Rows()
		claimed, err = collect(rows, err, "claim mails", scanMail)
		if err != nil || len(claimed) == 0 {
			return err
		}
		ids := make([]string, len(claimed))
		for i, m := range claimed {
			ids[i] = m.ID
		}
		return tx.Table("notices").Where("id IN ?", ids).
			Updates(map[string]any{"mail_at": at(now.Add(lease)), "mail_tries": gorm.Expr("mail_tries + 1")}).Error
	})
	if err != nil {
		return nil, err
	}
	return claimed, nil
}

func scanMail(scan scanner) (m engine.DueMail, err error) {
	m.NoticeRow, err = scanNotice(func(into ...any) error {
		return scan(append([]any{&m.Tries}, into...)...)
	})
	m.Tries++
	return m, err
}

// MailDone implements engine.MailStore.
func (s *Store) MailDone(ctx context.Context, m engine.DueMail) error {
	return s.mailAt(ctx, m, time.Time{})
}

// RetryMail implements engine.MailStore.
func (s *Store) RetryMail(ctx context.Context, m engine.DueMail, next time.Time) error {
	return s.mailAt(ctx, m, next)
}

// mailAt says when the mail of a notice may be claimed, if it is still to go at all and nothing joined the notice since.
func (s *Store) mailAt(ctx context.Context, m engine.DueMail, next time.Time) error {
	return s.change(ctx, "save when the mail of "+m.ID+" is due", func(tx *gorm.DB) error {
		_, err := exec(tx, "UPDATE notices SET mail_at = ? WHERE id = ? AND at = ? AND mail_at IS NOT NULL", at(next), m.ID, at(m.At))
		return err
	})
}
