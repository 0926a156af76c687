import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { InstanceInfo } from '@/api';
import { useText } from '@/i18n';
import { List, ListRow, StatusTag, Time } from '@/ui';
import { useListKeys } from './useListKeys';
import { useListWords } from './listWords';

/** Requests that I started, or that I have a copy of: where each stands. */
export function RequestList({ requests, label }: { requests: readonly InstanceInfo[]; label: string }) {
  const say = useListWords();
  const text = useText();
  const navigate = useNavigate();
  const open = useCallback(
    (index: number) => {
      const request = requests[index];
      if (request) void navigate(`/instances/${request.id}`);
    },
    [requests, navigate],
  );
  const at = useListKeys(requests.length, open);
  return (
    <List label={label}>
      {requests.map(({ id, record, flowName, submitter, status, startedAt, copy }, index) => (
        <ListRow
          key={id}
          to={`/instances/${id}`}
          active={index === at}
          unread={copy && !copy.readAt ? say('unread') : undefined}
          title={record.title || record.number}
          below={
            <>
              <strong>{text(flowName)}</strong>
              <span className="fl-number">{record.number}</span>
              {copy ? <span>{say('from', { name: text(submitter.name) })}</span> : null}
            </>
          }
          end={
            <>
              <StatusTag state={`status.${status}`} />
              <Time at={copy ? copy.at : startedAt} />
            </>
          }
        />
      ))}
    </List>
  );
}
