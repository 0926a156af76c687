import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import type { TaskDecision, TaskView } from '@/api';
import { useWords } from './words';

interface DecisionBarProps {
  task: TaskView;
  busy: boolean;
  onDecide: (decision: Pick<TaskDecision, 'outcome' | 'comment'>) => void;
}

/** Yes, no with a reason, or done. It stays within reach of the thumb. */
export function DecisionBar({ task, busy, onDecide }: DecisionBarProps) {
  const say = useWords();
  const [comment, setComment] = useState('');
  const [wanted, setWanted] = useState(false);
  const field = useRef<InputRef>(null);
  const approve = task.type === 'approve';
  const label = say(approve ? 'comment' : 'note');

  const decide = (outcome: TaskDecision['outcome']): void => {
    const words = comment.trim();
    if (outcome === 'rejected' && !words) {
      setWanted(true);
      field.current?.focus();
      return;
    }
    onDecide({ outcome, ...(words ? { comment: words } : {}) });
  };

  return (
    <div className="fl-decide">
      <div className="fl-decide-comment">
        <Input
          ref={field}
          aria-label={label}
          placeholder={label}
          value={comment}
          maxLength={2000}
          status={wanted && !comment.trim() ? 'error' : ''}
          aria-invalid={wanted && !comment.trim()}
          onChange={(event) => setComment(event.target.value)}
        />
        {wanted && !comment.trim() ? (
          <p className="fl-decide-wanted" role="alert">
            {say('reasonWanted')}
          </p>
        ) : null}
      </div>
      <div className="fl-decide-buttons">
        {approve ? (
          <>
            <Button danger disabled={busy} onClick={() => decide('rejected')}>
              {say('reject')}
            </Button>
            <Button type="primary" loading={busy} onClick={() => decide('approved')}>
              {say('approve')}
            </Button>
          </>
        ) : (
          <Button type="primary" loading={busy} onClick={() => decide('done')}>
            {say('finish')}
          </Button>
        )}
      </div>
    </div>
  );
}
