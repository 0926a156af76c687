import { useQuery } from '@tanstack/react-query';
import { Alert, Modal } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { previewDecision, type TaskDecision, type TaskView } from '@/api';
import { pickedFor, pickedOf, PickInput, unpicked, type Picks } from '@/fields';
import { useText } from '@/i18n';
import { useWords } from './words';

interface PickFirstProps {
  task: TaskView;
  decision: TaskDecision;
  busy: boolean;
  /** What the server refused, sent with the picks. */
  refused: Error | null;
  onDecide: (decision: TaskDecision) => void;
  onCancel: () => void;
}

/**
 * Asks for the people of the steps that come next before a decision is sent. Which steps those are depends on the
 * decision and on what is filled in; where there are none, the decision goes out at once.
 */
export function PickFirst({ task, decision, busy, refused, onDecide, onCancel }: PickFirstProps) {
  const say = useWords();
  const text = useText();
  const [picks, setPicks] = useState<Picks>({});
  const { outcome, set } = decision;
  const ahead = useQuery({
    queryKey: ['decision-preview', task.id, task.revision, outcome, set],
    queryFn: () => previewDecision(task.id, set ? { outcome, set } : { outcome }),
    gcTime: 0,
    retry: false,
  });
  const asked = ahead.data ?? [];
  // Where nobody is to be picked, or that cannot be told, the server has the word.
  const through = ahead.isError || ahead.data?.length === 0;
  useEffect(() => {
    if (through) onDecide(decision);
    // once, when it is known
  }, [through]); // eslint-disable-line react-hooks/exhaustive-deps
  const [missing] = unpicked(asked, picks);
  if (asked.length === 0) return null;
  return (
    <Modal
      open
      title={say('pick')}
      okText={missing ? say('pickFirst', { step: text(missing.name) }) : say(`do.${outcome}`)}
      okButtonProps={{ disabled: missing !== undefined, danger: outcome === 'rejected' }}
      cancelText={say('cancel')}
      confirmLoading={busy}
      onOk={() => onDecide({ ...decision, picks: pickedOf(asked, picks) })}
      onCancel={onCancel}
    >
      <p className="fl-soft">{say('pickHint')}</p>
      {refused ? <Alert type="error" showIcon title={refused.message} /> : null}
      {asked.map((step) => (
        <div key={step.node} className="fl-task-pick">
          <strong>{text(step.name)}</strong>
          <Suspense fallback={null}>
            <PickInput
              step={step}
              value={pickedFor(step, picks)}
              onChange={(people) => setPicks({ ...picks, [step.node]: people })}
            />
          </Suspense>
        </div>
      ))}
    </Modal>
  );
}
