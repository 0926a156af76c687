import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type ComponentRef } from 'react';
import { Link } from 'react-router';
import { approveTasks, idempotencyKey, keys, type BatchResult, type TaskInfo } from '@/api';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { useListWords } from './listWords';
import type { Chosen } from './TaskList';
import './batch.css';

type AlertRef = ComponentRef<typeof Alert>;

interface BatchProps {
  tasks: readonly TaskInfo[];
  chosen: Chosen;
  /** How many were chosen that are to be decided no more. */
  gone: number;
  onChoose: (chosen: Chosen) => void;
  onClose: () => void;
}

/**
 * Approves the chosen tasks with one comment, each on the values that were seen when it was chosen. What cannot be approved
 * so says why, and stays chosen, unless it has to be looked at again first.
 */
export function Batch({ tasks, chosen, gone, onChoose, onClose }: BatchProps) {
  const say = useListWords();
  const cache = useQueryClient();
  const message = useMessage();
  const [comment, setComment] = useState('');
  const [key, setKey] = useState(idempotencyKey);
  const [refused, setRefused] = useState<{ task: TaskInfo | undefined; result: BatchResult }[]>([]);
  const approving = useMutation({
    mutationFn: () => approveTasks(chosen, comment.trim(), key),
    onSuccess: (results) => {
      const stay = results.filter((result) => result.reason);
      setRefused(stay.map((result) => ({ task: tasks.find((one) => one.id === result.task), result })));
      const again = new Set(
        stay.filter((result) => result.reason !== 'data_changed').map((result) => result.task),
      );
      onChoose(new Map([...chosen].filter(([id]) => again.has(id))));
      setKey(idempotencyKey());
      void message.success(say('batch.did', { n: results.length - stay.length }));
      for (const queryKey of [keys.tasks, keys.unread, keys.instances, keys.notices])
        void cache.invalidateQueries({ queryKey });
      if (stay.length === 0) onClose();
    },
    onError: (error) => void message.error(error.message),
  });
  const all = chosen.size === tasks.length;
  return (
    <>
      {refused.length > 0 ? <Refused key={key} refused={refused} /> : null}
      <div className="fl-batch fl-sheet">
        {gone > 0 && !approving.isPending ? (
          <p className="fl-batch-gone fl-soft" role="status">
            {say('batch.gone', { n: gone })}
          </p>
        ) : null}
        <Button onClick={() => onChoose(new Map(all ? [] : tasks.map((task) => [task.id, task.data])))}>
          {say(all ? 'batch.none' : 'batch.all')}
        </Button>
        <Input
          className="fl-batch-comment"
          aria-label={say('batch.comment')}
          placeholder={say('batch.comment')}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button
          type="primary"
          disabled={chosen.size === 0}
          loading={approving.isPending}
          onClick={() => approving.mutate()}
        >
          {say('batch.approve', { n: chosen.size })}
        </Button>
      </div>
    </>
  );
}

/** What stays undone would else stand behind the bar, on a phone. */
function bringIntoView(alert: AlertRef | null): void {
  alert?.nativeElement.scrollIntoView({ block: 'center' });
}

function Refused({ refused }: { refused: { task: TaskInfo | undefined; result: BatchResult }[] }) {
  const say = useListWords();
  const text = useText();
  return (
    <Alert
      ref={bringIntoView}
      className="fl-batch-refused"
      type="warning"
      showIcon
      title={say('batch.stay', { n: refused.length })}
      description={
        <ul className="fl-batch-reasons">
          {refused.map(({ task, result }) => (
            <li key={result.task}>
              <Link to={`/tasks/${result.task}`}>{task?.record.title || task?.record.number}</Link>{' '}
              {text(result.problem)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
