import { Link } from 'react-router';
import { useInstances, useMe, useTasks } from '@/api';
import { useText } from '@/i18n';
import { Empty, Failure, List, ListRow, Loading, PageBody, PageHeader, StatusTag, Time } from '@/ui';
import { StartTiles } from './StartTiles';
import { useWords } from './words';
import './home.css';

const shown = 6;

function greeting(hour: number): 'morning' | 'day' | 'evening' {
  if (hour >= 5 && hour < 11) return 'morning';
  return hour >= 18 || hour < 5 ? 'evening' : 'day';
}

/** Where the day starts: what waits for me, what I wait for, and what I can start. */
export function HomePage() {
  const say = useWords();
  const text = useText();
  const me = useMe();
  const tasks = useTasks({ state: 'open', offset: 0, limit: shown });
  const waiting = tasks.data?.total ?? 0;
  return (
    <PageBody wide>
      <PageHeader
        tab={say('tab')}
        title={say(greeting(new Date().getHours()), { name: text(me?.name) })}
        below={tasks.data ? (waiting > 0 ? say('toDoCount', { n: waiting }) : say('nothing')) : null}
      />
      <div className="fl-home">
        <section>
          <header className="fl-home-head">
            <h2>{say('toDo')}</h2>
            {waiting > 0 ? <Link to="/inbox">{say('allTasks')}</Link> : null}
          </header>
          {tasks.isPending ? <Loading /> : null}
          {tasks.isError ? <Failure error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
          {tasks.data?.items.length === 0 ? (
            <div className="fl-sheet">
              <Empty title={say('nothing')} hint={say('nothingHint')} />
            </div>
          ) : null}
          {tasks.data && tasks.data.items.length > 0 ? (
            <List label={say('toDo')}>
              {tasks.data.items.map((task) => (
                <ListRow
                  key={task.id}
                  to={`/tasks/${task.id}`}
                  title={task.record.title}
                  below={
                    <>
                      <span>{text(task.nodeName)}</span>
                      <span>{say('from', { name: text(task.submitter.name) })}</span>
                    </>
                  }
                  end={
                    <>
                      {task.openedAt ? <Time at={task.openedAt} /> : null}
                      {task.late ? <strong className="fl-home-late">{say('late')}</strong> : null}
                    </>
                  }
                />
              ))}
            </List>
          ) : null}
        </section>
        <MyRequests />
        <StartTiles />
      </div>
    </PageBody>
  );
}

function MyRequests() {
  const say = useWords();
  const text = useText();
  const mine = useInstances({ scope: 'mine', offset: 0, limit: shown });
  const items = mine.data?.items;
  return (
    <section>
      <header className="fl-home-head">
        <h2>{say('mine')}</h2>
        {items && items.length > 0 ? <Link to="/instances">{say('allMine')}</Link> : null}
      </header>
      {mine.isPending ? <Loading /> : null}
      {mine.isError ? <Failure error={mine.error} onRetry={() => void mine.refetch()} /> : null}
      {items?.length === 0 ? (
        <div className="fl-sheet">
          <Empty title={say('noneMine')} hint={say('noneMineHint')} />
        </div>
      ) : null}
      {items && items.length > 0 ? (
        <List label={say('mine')}>
          {items.map((instance) => (
            <ListRow
              key={instance.id}
              to={`/instances/${instance.id}`}
              title={instance.record.title}
              below={text(instance.flowName)}
              end={
                <>
                  <StatusTag state={`status.${instance.status}`} />
                  <Time at={instance.updatedAt} />
                </>
              }
            />
          ))}
        </List>
      ) : null}
    </section>
  );
}
