import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { exportAddress, keys, readCopies, useInstances, useTasks, useUnread } from '@/api';
import { Suspense, useState } from 'react';
import { ExportButton, Failure, later, Loading, PageBody, PageHeader, Pager } from '@/ui';
import { Filters } from './Filters';
import { NoTasks } from './NoTasks';
import { RequestList } from './RequestList';
import { SearchField } from './SearchField';
import { TaskList, type Chosen } from './TaskList';
import { tabs, useInboxSearch, type Tab } from './useInboxSearch';
import { useListWords } from './listWords';
import './inbox.css';

const size = 50;

// What few look at is fetched when it is wanted.
const StartDrafts = later(async () => (await import('./StartDrafts')).StartDrafts);
const Batch = later(async () => (await import('./Batch')).Batch);

/** What waits for me, what I have handled, started and got copies of; what is new comes in by itself. */
export function InboxPage() {
  const say = useListWords();
  const [search, change] = useInboxSearch();
  const { tab, finding, page } = search;
  const [chosen, setChosen] = useState<Chosen>();
  const unread = useUnread();
  const paged = { offset: page * size, limit: size };
  const listed = tab === 'open' || tab === 'done';
  const taskSearch = {
    ...finding,
    state: tab === 'done' ? ('done' as const) : ('open' as const),
    sort: search.sort,
    ...paged,
  };
  const requestSearch = {
    ...finding,
    scope: tab === 'copied' ? ('copied' as const) : ('mine' as const),
    ...paged,
  };
  const tasks = useTasks(taskSearch, listed);
  const requests = useInstances(requestSearch, !listed);
  const query = listed ? tasks : requests;
  const total = query.data?.total ?? 0;
  const items = tasks.data?.items ?? [];
  // What has gone meanwhile is not chosen any more.
  const choosing = chosen && new Map([...chosen].filter(([id]) => items.some((task) => task.id === id)));
  const count: Partial<Record<Tab, number>> = { open: unread?.open ?? 0, copied: unread?.copies ?? 0 };

  return (
    <PageBody>
      <PageHeader
        title={say('title')}
        actions={
          <>
            {total > 0 ? (
              <ExportButton
                href={listed ? exportAddress('tasks', taskSearch) : exportAddress('instances', requestSearch)}
              />
            ) : null}
            {tab === 'copied' && unread && unread.copies > 0 ? <ReadAll /> : null}
            {tab === 'open' && total > 1 && !chosen ? (
              <Button onClick={() => setChosen(new Map())}>{say('batch')}</Button>
            ) : null}
          </>
        }
      />
      <div className="fl-inbox-bar">
        <Segmented
          aria-label={say('title')}
          value={tab}
          onChange={(next: Tab) => {
            setChosen(undefined);
            change({ tab: next, finding: {} });
          }}
          options={tabs.map((value) => {
            const n = count[value] ?? 0;
            return { value, label: n > 0 ? say('counted', { name: say(value), n }) : say(value) };
          })}
        />
        <div className="fl-inbox-find">
          <SearchField
            key={tab}
            value={finding.search ?? ''}
            onChange={(typed) => change({ finding: { ...finding, search: typed } })}
          />
          <Filters search={search} onChange={change} />
        </div>
      </div>
      {tab === 'started' && page === 0 ? (
        <Suspense>
          <StartDrafts />
        </Suspense>
      ) : null}
      {query.isPending ? <Loading rows={6} /> : null}
      {query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && query.data.items.length === 0 ? (
        <NoTasks
          tab={tab}
          filtered={Object.values(finding).some(Boolean)}
          onClear={() => change({ finding: {} })}
        />
      ) : null}
      {query.data && query.data.items.length > 0 ? (
        <>
          {listed ? (
            <TaskList
              tasks={items}
              done={tab === 'done'}
              choice={choosing ? { chosen: choosing, onChoose: setChosen } : undefined}
            />
          ) : (
            <RequestList requests={requests.data?.items ?? []} label={say(tab)} />
          )}
          {chosen && choosing ? (
            <Suspense>
              <Batch
                tasks={items}
                chosen={choosing}
                gone={chosen.size - choosing.size}
                onChoose={setChosen}
                onClose={() => setChosen(undefined)}
              />
            </Suspense>
          ) : null}
          <p className="fl-inbox-keys fl-faint">{say('keys')}</p>
        </>
      ) : null}
      {query.data ? (
        <Pager page={page} size={size} total={total} onChange={(next) => change({ page: next })} />
      ) : null}
    </PageBody>
  );
}

/** Marks every copy as read. */
function ReadAll() {
  const say = useListWords();
  const cache = useQueryClient();
  const reading = useMutation({
    mutationFn: () => readCopies(),
    onSuccess: () => {
      for (const queryKey of [keys.unread, keys.instanceCopies]) void cache.invalidateQueries({ queryKey });
    },
  });
  return (
    <Button loading={reading.isPending} onClick={() => reading.mutate()}>
      {say('readAll')}
    </Button>
  );
}
