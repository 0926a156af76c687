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

const placeOf = ({ task, tasks, instance }: NoticeInfo): string =>
  tasks ? '/inbox' : task ? `/tasks/${task}` : `/instances/${instance}`;

/** The latest notices; following one marks it as read. */
export function NoticeList({ items, unread, onLeave }: NoticeListProps) {
  const say = useWords();
  const text = useText();
  const cache = useQueryClient();
  const reading = useMutation({
    mutationFn: (ids: string[] | undefined) => readNotices(ids),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.notices }),
  });
  const follow = ({ id, readAt }: NoticeInfo): void => {
    if (!readAt) reading.mutate([id]);
    onLeave();
  };
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
            <Link to={placeOf(notice)} onClick={() => follow(notice)}>
              <span className="fl-notice-title">
                {notice.readAt ? null : <span className="fl-hidden">{say('unread')}</span>}
                {text(notice.title)}
              </span>
              {text(notice.body) ? <span className="fl-soft">{text(notice.body)}</span> : null}
              <span className="fl-faint">
                <Time at={notice.at} />
              </span>
            </Link>
            {notice.tasks ? (
              <ul className="fl-notice-tasks">
                {notice.tasks.map(({ task, title, body }) => (
                  <li key={task}>
                    <Link to={`/tasks/${task}`} onClick={() => follow(notice)}>
                      {text(title)}
                      <span className="fl-faint">{text(body)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
