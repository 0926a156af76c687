import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { keys, listNotices } from '@/api';
import { NoticeList } from './NoticeList';
import { useWords } from './words';

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
      placement="topRight"
      arrow={false}
      content={
        <NoticeList items={notices.data?.items ?? []} unread={unread} onLeave={() => setOpen(false)} />
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
