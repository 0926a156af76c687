import { InputNumber, Select } from 'antd';
import { formatDuration, parseDuration, put, UNITS, type StepNode, type Unit } from '@/model';
import { useChangeNode, withAction } from '../change';
import { useInspectorFacts } from '../facts';
import { Section } from '../Section';
import { useWords } from '../words';

/** After how long a task is late. */
export function Due({ node }: { node: StepNode }) {
  const say = useWords();
  const change = useChangeNode();
  const { readOnly } = useInspectorFacts();
  const { action } = node;
  if (action?.type !== 'approve' && action?.type !== 'do') return null;
  const due = parseDuration(action.due);

  function set(amount: number | null, unit: Unit): void {
    if (action?.type !== 'approve' && action?.type !== 'do') return;
    const next =
      amount === null || amount <= 0 ? undefined : formatDuration({ amount: Math.round(amount), unit });
    change(
      withAction(node, action.type === 'approve' ? put(action, { due: next }) : put(action, { due: next })),
      'due',
    );
  }

  return (
    <Section title={say('due')} hint={say('dueHint')}>
      {action.due !== undefined && !due ? (
        <p className="fi-hint">{say('dueText', { text: action.due })}</p>
      ) : (
        <div className="fi-row">
          <InputNumber
            aria-label={say('within')}
            min={0}
            max={9999}
            precision={0}
            disabled={readOnly}
            placeholder={say('noDue')}
            value={due?.amount ?? null}
            onChange={(amount) => set(amount, due?.unit ?? 'day')}
          />
          <Select
            aria-label={say('unit')}
            disabled={readOnly || !due}
            value={due?.unit ?? 'day'}
            options={UNITS.map((unit) => ({ value: unit, label: say(`unit_${unit}`) }))}
            popupMatchSelectWidth={false}
            onChange={(unit: Unit) => set(due?.amount ?? null, unit)}
          />
        </div>
      )}
    </Section>
  );
}
