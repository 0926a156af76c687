import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useOpenTaskCount, useTasks } from '@/api';
import { useText } from '@/i18n';
import { Failure, Loading, PageBody, PageHeader, Pager } from '@/ui';
import { matches } from './matches';
import { NoTasks } from './NoTasks';
import { TaskList } from './TaskList';
import { useWords } from './words';
import './inbox.css';

const size = 50;

/** What waits for me and what I have handled; new tasks come in by themselves. */
export function InboxPage() {
  const say = useWords();
  const text = useText();
  const [state, setState] = useState<'open' | 'done'>('open');
  const [page, setPage] = useState(0);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const waiting = useOpenTaskCount();
  const tasks = useTasks(state, page, size);
  const items = useMemo(
    () => (tasks.data?.items ?? []).filter((task) => matches(task, search, text)),
    [tasks.data, search, text],
  );

  return (
    <PageBody>
      <PageHeader title={say('title')} />
      <div className="fl-inbox-bar">
        <Segmented
          aria-label={say('title')}
          value={state}
          onChange={(next) => {
            setState(next);
            setPage(0);
          }}
          options={[
            { value: 'open' as const, label: waiting > 0 ? say('openCount', { n: waiting }) : say('open') },
            { value: 'done' as const, label: say('done') },
          ]}
        />
        <Input
          className="fl-inbox-filter"
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          aria-label={say('filter')}
          placeholder={say('filter')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {tasks.isPending ? <Loading rows={6} /> : null}
      {tasks.isError ? <Failure error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
      {tasks.data && items.length === 0 ? (
        <NoTasks state={state} filtered={search !== ''} onClear={() => setTyped('')} />
      ) : null}
      {items.length > 0 ? (
        <>
          <TaskList tasks={items} done={state === 'done'} />
          <p className="fl-inbox-keys fl-faint">{say('keys')}</p>
        </>
      ) : null}
      {tasks.data ? <Pager page={page} size={size} total={tasks.data.total} onChange={setPage} /> : null}
    </PageBody>
  );
}
