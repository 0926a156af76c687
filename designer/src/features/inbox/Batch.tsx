import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { approveTasks, idempotencyKey, keys, type BatchResult, type TaskInfo } from '@/api';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { useListWords } from './listWords';

interface BatchProps {
  tasks: readonly TaskInfo[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
  onClose: () => void;
}

/** Approves the chosen tasks with one comment. What cannot be approved so stays chosen, and says why. */
export function Batch({ tasks, chosen, onChoose, onClose }: BatchProps) {
  const say = useListWords();
  const cache = useQueryClient();
  const message = useMessage();
  const [comment, setComment] = useState('');
  const [key, setKey] = useState(idempotencyKey);
  const [refused, setRefused] = useState<{ task: TaskInfo | undefined; result: BatchResult }[]>([]);
  const approving = useMutation({
    mutationFn: () => approveTasks([...chosen], comment.trim(), key),
    onSuccess: (results) => {
      const stay = results.filter((result) => result.reason);
      setRefused(stay.map((result) => ({ task: tasks.find((one) => one.id === result.task), result })));
      onChoose(stay.map((result) => result.task));
      setKey(idempotencyKey());
      void message.success(say('batch.did', { n: results.length - stay.length }));
      for (const queryKey of [keys.tasks, keys.unread, keys.instances, keys.notices])
        void cache.invalidateQueries({ queryKey });
      if (stay.length === 0) onClose();
    },
    onError: (error) => void message.error(error.message),
  });
  const all = chosen.length === tasks.length;
  return (
    <>
      {refused.length > 0 ? <Refused refused={refused} /> : null}
      <div className="fl-batch fl-sheet">
        <Button onClick={() => onChoose(all ? [] : tasks.map((task) => task.id))}>
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
          disabled={chosen.length === 0}
          loading={approving.isPending}
          onClick={() => approving.mutate()}
        >
          {say('batch.approve', { n: chosen.length })}
        </Button>
      </div>
    </>
  );
}

function Refused({ refused }: { refused: { task: TaskInfo | undefined; result: BatchResult }[] }) {
  const say = useListWords();
  const text = useText();
  return (
    <Alert
      className="fl-batch-refused"
      type="warning"
      showIcon
      title={say('batch.stay', { n: refused.length })}
      description={
        <ul className="fl-batch-reasons">
          {refused.map(({ task, result }) => (
            <li key={result.task}>
              <strong>{task?.record.title || task?.record.number}</strong> {text(result.problem)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
