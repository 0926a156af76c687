import { Alert } from 'antd';
import { Suspense } from 'react';
import type { ActionType, PreviewStep } from '@/api';
import { pickedFor, PickInput, type Picks } from '@/fields';
import { useText } from '@/i18n';
import { Loading, PersonChip } from '@/ui';
import { pickId } from './pickId';
import type { useAhead } from './useAhead';
import { useWords } from './words';

/** Whether a step of this kind waits for somebody. */
const asksPeople = (type: ActionType): boolean => type === 'approve' || type === 'do';

interface AheadProps {
  ahead: ReturnType<typeof useAhead>;
  picks: Picks;
  onPick: (picks: Picks) => void;
}

/**
 * The steps that lie ahead under the values as they are filled in, with the people who will be asked; where whoever
 * submits picks them, this is the place.
 */
export function Ahead({ ahead, picks, onPick }: AheadProps) {
  const say = useWords();
  const text = useText();
  const steps = ahead.data?.steps ?? [];
  const problems = ahead.data?.problems ?? [];
  return (
    <section className="fl-ahead" aria-label={say('ahead')} aria-live="polite">
      <h2>{say('ahead')}</h2>
      <p className="fl-faint">{say('aheadHint')}</p>
      {ahead.isPending ? <Loading rows={3} /> : null}
      {ahead.isError ? (
        <Alert type="warning" title={say('unknown')} description={ahead.error.message} />
      ) : null}
      {problems.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={say('stuck')}
          description={problems.map((one) => text(one)).join(' ')}
        />
      ) : null}
      {ahead.data && steps.length === 0 && problems.length === 0 ? <p>{say('nobody')}</p> : null}
      <ol className="fl-ahead-steps">
        {steps.map((step) => {
          const asked = ahead.data?.picks?.find((one) => one.node === step.node);
          return (
            <li key={step.node}>
              <strong>{text(step.name)}</strong>
              <span className="fl-faint">
                {say(`does.${step.type}`)}
                <How step={step} />
              </span>
              {step.runs ? <span className="fl-faint">{say('runs', { flow: text(step.runs) })}</span> : null}
              {asksPeople(step.type) && step.people.length === 0 && !step.pick ? (
                <em className="fl-ahead-nobody">{say('nobodyFound')}</em>
              ) : null}
              {asked ? (
                <Suspense fallback={null}>
                  <PickInput
                    id={pickId(asked)}
                    step={asked}
                    value={pickedFor(asked, picks)}
                    onChange={(people) => onPick({ ...picks, [asked.node]: people })}
                  />
                </Suspense>
              ) : (
                step.people.map((person) => <PersonChip key={person.id} person={person} />)
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** How those who are asked decide together, or who says whom they are. */
function How({ step }: { step: PreviewStep }) {
  const say = useWords();
  if (step.pick) return ` · ${say(`pick.${step.pick}`)}`;
  return step.quorum && step.people.length > 1 ? ` · ${say(`quorum.${step.quorum}`)}` : null;
}
