import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useDeferredValue } from 'react';
import { preview, type ActionType, type Values } from '@/api';
import { useText } from '@/i18n';
import { Loading, PersonChip } from '@/ui';
import { useWords } from './words';

/** Whether a step of this kind waits for somebody. */
const asksPeople = (type: ActionType): boolean => type === 'approve' || type === 'do';

/** The steps that lie ahead under the values as they are filled in, with the people who will be asked. */
export function Ahead({ flow, record, set }: { flow: string; record: string; set: Values }) {
  const say = useWords();
  const text = useText();
  const values = useDeferredValue(set);
  const ahead = useQuery({
    queryKey: ['preview', flow, record, values],
    queryFn: () => preview({ flow, record, set: values }),
    placeholderData: keepPreviousData,
    retry: false,
  });
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
        {steps.map((step) => (
          <li key={step.node}>
            <strong>{text(step.name)}</strong>
            <span className="fl-faint">
              {say(`does.${step.type}`)}
              {step.quorum && step.people.length > 1 ? ` · ${say(`quorum.${step.quorum}`)}` : ''}
            </span>
            {asksPeople(step.type) && step.people.length === 0 ? (
              <em className="fl-ahead-nobody">{say('nobodyFound')}</em>
            ) : null}
            {step.people.map((person) => (
              <PersonChip key={person.id} person={person} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
