import { useMemo } from 'react';
import { Link } from 'react-router';
import type { InstanceInfo } from '@/api';
import { useText } from '@/i18n';
import { PersonChip, StatusTag, Time, type Column } from '@/ui';
import { useWords } from './words';

/** The columns of the list of requests. */
export function useColumns(): Column<InstanceInfo>[] {
  const say = useWords();
  const text = useText();
  return useMemo(
    () => [
      {
        key: 'record',
        title: say('record'),
        render: (one) => (
          <Link className="fl-monitor-name" to={`/instances/${one.id}`}>
            {one.record.title || one.record.number}
          </Link>
        ),
      },
      { key: 'status', title: say('status'), render: (one) => <StatusTag state={`status.${one.status}`} /> },
      { key: 'flow', title: say('flow'), render: (one) => text(one.flowName) },
      {
        key: 'number',
        title: say('number'),
        render: (one) => <span className="fl-number fl-soft">{one.record.number}</span>,
      },
      {
        key: 'submitter',
        title: say('submitter'),
        render: (one) => <PersonChip person={one.submitter} plain bare />,
      },
      { key: 'started', title: say('started'), render: (one) => <Time at={one.startedAt} /> },
      { key: 'updated', title: say('updated'), render: (one) => <Time at={one.updatedAt} /> },
    ],
    [say, text],
  );
}
