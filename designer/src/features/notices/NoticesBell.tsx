import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { Suspense, useState } from 'react';
import { keys, listNotices } from '@/api';
import { later } from '@/ui';
import { useWords } from './words';
import './bell.css';

const NoticeList = later(async () => (await import('./NoticeList')).NoticeList);

/** The bell: how many notices are unread, and the latest of them. The live connection of the inbox keeps it new. */
export function NoticesBell() {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const notices = useQuery({ queryKey: keys.notices, queryFn: listNotices });
  const unread = notices.data?.unread ?? 0;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="top"
      arrow={false}
      content={
        <div className="fl-bell-place">
          <Suspense>
            <NoticeList items={notices.data?.items ?? []} unread={unread} onLeave={() => setOpen(false)} />
          </Suspense>
        </div>
      }
    >
      <Button
        type="text"
        aria-label={say('bell', { n: unread })}
        aria-expanded={open}
        icon={
          <Badge count={unread} size="small" color="var(--fl-here)" overflowCount={99} offset={[4, 0]}>
            <BellOutlined className="fl-bell" aria-hidden="true" />
          </Badge>
        }
      />
    </Popover>
  );
}
