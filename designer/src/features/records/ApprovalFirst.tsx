import { Suspense } from 'react';
import type { ChangePreview } from '@/api';
import { pickedFor, PickInput, type Picks } from '@/fields';
import { useText } from '@/i18n';
import { pickId } from './pickId';
import { useWords } from './words';

interface ApprovalFirstProps {
  ahead: ChangePreview;
  picks: Picks;
  onPick: (picks: Picks) => void;
}

/** Says before saving that the change has to be approved first, by which flow, and who will be asked; or asks whom. */
export function ApprovalFirst({ ahead, picks, onPick }: ApprovalFirstProps) {
  const say = useWords();
  const text = useText();
  const people = ahead.steps.flatMap((step) => step.people.map((person) => text(person.name)));
  return (
    <div className="fl-approval-first">
      <p role="status">
        <strong>{say('approvalFirst', { flow: text(ahead.flowName) })}</strong>{' '}
        {people.length > 0
          ? say('approvalAsks', { people: [...new Set(people)].join(say('comma')) })
          : say('approvalHint')}
      </p>
      {ahead.picks?.map((step) => (
        <div key={step.node} className="fl-approval-pick">
          <span>{text(step.name)}</span>
          <Suspense fallback={null}>
            <PickInput
              id={pickId(step)}
              step={step}
              value={pickedFor(step, picks)}
              onChange={(chosen) => onPick({ ...picks, [step.node]: chosen })}
            />
          </Suspense>
        </div>
      ))}
    </div>
  );
}
