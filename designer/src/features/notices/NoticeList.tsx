import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { keys, readNotices, type NoticeInfo } from '@/api';
import { useText } from '@/i18n';
import { Time } from '@/ui';
import { useWords } from './words';
import './notices.css';

interface NoticeListProps {
  items: readonly NoticeInfo[];
  unread: number;
  /** Called when a notice leads elsewhere. */
  onLeave: () => void;
}

/** The latest notices; following one marks it as read. */
export function NoticeList({ items, unread, onLeave }: NoticeListProps) {
  const say = useWords();
  const text = useText();
  const cache = useQueryClient();
  const reading = useMutation({
    mutationFn: (ids: string[] | undefined) => readNotices(ids),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.notices }),
  });
  return (
    <div className="fl-notices">
      <header>
        <strong>{say('title')}</strong>
        {unread > 0 ? (
          <Button type="link" size="small" onClick={() => reading.mutate(undefined)}>
            {say('readAll')}
          </Button>
        ) : null}
      </header>
      {items.length === 0 ? <p className="fl-faint">{say('none')}</p> : null}
      <ul>
        {items.map((notice) => (
          <li key={notice.id} data-unread={!notice.readAt}>
            <Link
              to={notice.task ? `/tasks/${notice.task}` : `/instances/${notice.instance}`}
              onClick={() => {
                if (!notice.readAt) reading.mutate([notice.id]);
                onLeave();
              }}
            >
              <span className="fl-notice-title">
                {notice.readAt ? null : <span className="fl-hidden">{say('unread')}</span>}
                {text(notice.title)}
              </span>
              {text(notice.body) ? <span className="fl-soft">{text(notice.body)}</span> : null}
              <span className="fl-faint">
                <Time at={notice.at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
