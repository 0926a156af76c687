import { Checkbox } from 'antd';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { TaskInfo } from '@/api';
import { useText } from '@/i18n';
import { List, ListRow, StatusTag, Time } from '@/ui';
import { useListKeys } from './useListKeys';
import { useOverdue } from './useOverdue';
import { useWords } from './words';
import { useListWords } from './listWords';
import './forWhom.css';

/** Tasks that are chosen: by id, the version of the values that was seen when each was. */
export type Chosen = ReadonlyMap<string, number>;

interface TaskListProps {
  tasks: readonly TaskInfo[];
  done: boolean;
  /** Several are being chosen: which are, and how that changes. */
  choice?: { chosen: Chosen; onChoose: (chosen: Chosen) => void } | undefined;
}

/** Tasks, one per line: what it is about, which step, from whom, since when. */
export function TaskList({ tasks, done, choice }: TaskListProps) {
  const say = useListWords();
  const sayOfTask = useWords();
  const text = useText();
  const overdue = useOverdue();
  const navigate = useNavigate();
  const open = useCallback(
    (index: number) => {
      const task = tasks[index];
      if (task) void navigate(`/tasks/${task.id}`);
    },
    [tasks, navigate],
  );
  const at = useListKeys(tasks.length, open);
  return (
    <List label={say(done ? 'done' : 'open')}>
      {tasks.map((task, index) => (
        <ListRow
          key={task.id}
          before={
            choice ? (
              <Checkbox
                aria-label={say('batch.choose', { title: task.record.title || task.record.number })}
                checked={choice.chosen.has(task.id)}
                onChange={(event) => {
                  const next = new Map(choice.chosen);
                  if (event.target.checked) next.set(task.id, task.data);
                  else next.delete(task.id);
                  choice.onChoose(next);
                }}
              />
            ) : undefined
          }
          to={`/tasks/${task.id}`}
          active={index === at}
          unread={done || task.seenAt ? undefined : say('unread')}
          title={task.record.title || task.record.number}
          below={
            <>
              {task.for ? (
                <strong className="fl-inbox-for">{sayOfTask('for', { name: text(task.for.name) })}</strong>
              ) : null}
              <strong>{text(task.nodeName)}</strong>
              <span>{text(task.flowName)}</span>
              <span className="fl-number">{task.record.number}</span>
              <span>{say('from', { name: text(task.submitter.name) })}</span>
            </>
          }
          end={
            done ? (
              <>
                <StatusTag state={`task.${task.state}`} />
                {task.decidedAt ? <Time at={task.decidedAt} /> : null}
              </>
            ) : (
              <>
                {task.openedAt ? <Time at={task.openedAt} /> : null}
                {task.late ? <strong className="fl-inbox-late">{overdue(task)}</strong> : null}
                {task.due && !task.late ? (
                  <span>
                    {say('due')} <Time at={task.due} />
                  </span>
                ) : null}
              </>
            )
          }
        />
      ))}
    </List>
  );
}
