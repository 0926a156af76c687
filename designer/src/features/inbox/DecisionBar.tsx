import { Button, Input, type InputRef } from 'antd';
import { Suspense, useRef, useState, type ReactNode } from 'react';
import type { TaskView } from '@/api';
import { AttachButton, AttachedFiles, useTaking, type Attached } from '@/files';
import { outcomesOf, wantsReason, type Outcome } from './outcomes';
import { useWords } from './words';

interface DecisionBarProps {
  task: TaskView;
  /** The outcome that is being sent. */
  busy: Outcome | undefined;
  /** Whether the server said that this step wants a comment. */
  wanted: boolean;
  comment: string;
  onComment: (comment: string) => void;
  onDecide: (outcome: Outcome) => void;
  /** What goes with the comment. */
  attached: Attached;
  /** Before the buttons: what else can be done. */
  children?: ReactNode;
}

/** Yes, no with a reason, or done. It stays within reach of the thumb. */
export function DecisionBar(props: DecisionBarProps) {
  const { task, busy, comment, onComment, onDecide, attached, children } = props;
  const say = useWords();
  const [tried, setTried] = useState(false);
  const field = useRef<InputRef>(null);
  const taking = useTaking(attached);
  const outcomes = outcomesOf(task);
  const wanted = (tried || props.wanted) && !comment.trim();
  const kind = outcomes.includes('rejected') ? 'comment' : outcomes.includes('advised') ? 'opinion' : 'note';

  const decide = (outcome: Outcome): void => {
    if (wantsReason(outcome) && !comment.trim()) {
      setTried(true);
      field.current?.focus();
      return;
    }
    onDecide(outcome);
  };

  return (
    <div className="fl-decide" {...taking}>
      {attached.any ? (
        <Suspense>
          <AttachedFiles to={attached} />
        </Suspense>
      ) : null}
      {outcomes.length > 0 ? (
        <div className="fl-decide-comment">
          <div className="fl-decide-words">
            <Input
              ref={field}
              aria-label={say(kind)}
              placeholder={say(kind)}
              value={comment}
              maxLength={2000}
              status={wanted ? 'error' : ''}
              aria-invalid={wanted}
              onChange={(event) => onComment(event.target.value)}
            />
            <AttachButton to={attached} />
          </div>
          {wanted ? (
            <p className="fl-decide-wanted" role="alert">
              {say(kind === 'comment' && !props.wanted ? 'reasonWanted' : 'commentWanted')}
            </p>
          ) : null}
        </div>
      ) : null}
      <div className="fl-decide-buttons">
        {children}
        {outcomes.map((outcome, at) => (
          <Button
            key={outcome}
            className="fl-decide-main"
            type={at === outcomes.length - 1 ? 'primary' : 'default'}
            danger={outcome === 'rejected'}
            disabled={busy !== undefined && busy !== outcome}
            loading={busy === outcome}
            onClick={() => decide(outcome)}
          >
            {say(outcome === 'done' && task.type === 'submit' ? 'do.submit' : `do.${outcome}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
