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

// GiveUpMail implements engine.MailStore.
func (s *Store) GiveUpMail(ctx context.Context, m engine.DueMail, why engine.MailLoss, problem string) error {
	return s.change(ctx, "give up the mail of "+m.ID, func(tx *gorm.DB) error {
		_, err := exec(tx, "UPDATE notices SET mail_at = NULL, mail_lost = ?, mail_problem = ? WHERE id = ? AND at = ? AND mail_at IS NOT NULL",
			string(why), problem, m.ID, at(m.At))
		return err
	})
}

// missed holds of mails that were given up and are missed still.
const missed = "mail_lost <> '' AND read_at IS NULL"

// LostMails implements engine.MailStore.
func (s *Store) LostMails(ctx context.Context, offset, limit int) ([]engine.LostMail, int, error) {
	var where conditions
	where.add(missed)
	return page(ctx, s, "list lost mails", pageOf{
		columns: "mail_lost, mail_problem, " + noticeRead, from: "notices", where: where, order: "at DESC, id DESC", offset: offset, limit: limited(limit),
	}, func(scan scanner) (m engine.LostMail, err error) {
		m.NoticeRow, err = scanNotice(func(into ...any) error {
			return scan(append([]any{&m.Why, &m.Problem}, into...)...)
		})
		return m, err
	})
}

// SendMails implements engine.MailStore.
func (s *Store) SendMails(ctx context.Context, ids []string, now time.Time) error {
	var where conditions
	where.add(missed)
	where.oneOf("id", anys(ids))
	return s.change(ctx, "send lost mails", func(tx *gorm.DB) error {
		_, err := exec(tx, "UPDATE notices SET mail_at = ?, mail_tries = 0, mail_lost = '', mail_problem = ''"+where.where(), append([]any{at(now)}, where.args...)...)
		return err
	})
}

// mailAt says when the mail of a notice may be claimed, if it is still to go at all and nothing joined the notice since.
func (s *Store) mailAt(ctx context.Context, m engine.DueMail, next time.Time) error {
	return s.change(ctx, "save when the mail of "+m.ID+" is due", func(tx *gorm.DB) error {
		_, err := exec(tx, "UPDATE notices SET mail_at = ? WHERE id = ? AND at = ? AND mail_at IS NOT NULL", at(next), m.ID, at(m.At))
		return err
	})
}
