import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { keys, readTask, useInstance, useMe } from '@/api';
import { FlowChart, Thread, Timeline } from '@/chart';
import { useText } from '@/i18n';
import { Failure, Loading, PageBody, PageHeader, PersonChip, StatusTag, Time } from '@/ui';
import { ChangeNotes, ClosedNote, DeadlineNote, ReturnedNote, VoidsNote } from './notes';
import { TaskForm } from './TaskForm';
import { useSeen } from './useSeen';
import { useWords } from './words';
import './forWhom.css';
import './task.css';

/** One task: what is asked, the record, the decision, and where the request stands. */
export function TaskPage() {
  const say = useWords();
  const text = useText();
  const me = useMe();
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: keys.task(id), queryFn: () => readTask(id) });
  const task = query.data;
  const instance = useInstance(task?.instance).data;
  useSeen(task?.state === 'open' && task.assignee.id === me?.id ? task.id : undefined);
  if (query.isPending) return <Loading rows={8} />;
  if (query.isLoadingError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!task) return null;

  return (
    <PageBody wide>
      <PageHeader
        tab={task.record.title}
        above={<Link to="/inbox">{say('back')}</Link>}
        title={task.record.title}
        below={
          <span className="fl-task-facts">
            <StatusTag state={`task.${task.state}`} />
            {task.for ? (
              <strong className="fl-inbox-for">{say('for', { name: text(task.for.name) })}</strong>
            ) : null}
            <strong>{text(task.nodeName)}</strong>
            <span className="fl-number">{task.record.number}</span>
            <PersonChip person={task.submitter} />
            {task.openedAt ? <Time at={task.openedAt} /> : null}
            {task.for || task.assignee.id === me?.id ? null : <PersonChip person={task.assignee} plain />}
          </span>
        }
      />
      <div className="fl-task">
        <div>
          <Suspense>
            {instance?.voids ? <VoidsNote instance={instance} /> : null}
            {task.state === 'open' ? null : <ClosedNote task={task} instance={instance} />}
            {task.type === 'submit' && task.state === 'open' ? (
              <ReturnedNote instance={instance} node={task.node} />
            ) : null}
          </Suspense>
          {task.for && task.state === 'open' ? (
            <p className="fl-task-about">{say('forHint', { name: text(task.for.name) })}</p>
          ) : null}
          {text(task.description) || task.tool ? (
            <div className="fl-task-about">
              {text(task.description)}
              {task.tool ? <div className="fl-soft">{say('tool', { tool: task.tool })}</div> : null}
            </div>
          ) : null}
          <Suspense>
            {task.state === 'open' && task.due ? <DeadlineNote task={task} /> : null}
            {task.proposal || task.changed ? <ChangeNotes task={task} /> : null}
          </Suspense>
          <section className="fl-task-sheet fl-sheet" aria-label={say('form')}>
            <TaskForm key={`${task.id}-${task.state}`} task={task} />
          </section>
          <section className="fl-task-chart fl-sheet" aria-label={say('chart')}>
            {instance ? (
              <FlowChart
                definition={instance.definition}
                progress={instance.progress}
                people={instance.people}
              />
            ) : (
              <Loading />
            )}
          </section>
        </div>
        <aside className="fl-task-sheet fl-task-side fl-sheet">
          <h2>{say('history')}</h2>
          {instance ? <Timeline instance={instance} /> : <Loading />}
          <Link to={`/instances/${task.instance}`}>{say('request')}</Link>
          <Thread instance={task.instance} task={task.id} />
        </aside>
      </div>
    </PageBody>
  );
}
