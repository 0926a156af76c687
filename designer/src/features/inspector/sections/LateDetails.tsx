import { InputNumber, Select } from 'antd';
import { put, type Late } from '@/model';
import type { Asking } from '../change';
import { useInspectorFacts } from '../facts';
import { LengthInput } from '../inputs/LengthInput';
import { TargetSelect } from '../inputs/TargetSelect';
import { useDeadlineWords } from '../deadlineWords';

export interface LateRuleProps {
  node: Asking;
  rule: Late;
  onChange: (next: Late) => void;
}

/** How often somebody is reminded. */
export function Again({ rule, isWork, onChange }: Omit<LateRuleProps, 'node'> & { isWork: boolean }) {
  const say = useDeadlineWords();
  const { readOnly } = useInspectorFacts();
  return (
    <>
      <div className="fi-row">
        <span className="fi-hint">{say('every')}</span>
        <LengthInput
          label={say('every')}
          value={rule.every}
          isWork={isWork}
          placeholder={say('once')}
          onChange={(every) =>
            onChange(
              put(rule, { every, times: every === undefined ? undefined : Math.max(2, rule.times ?? 3) }),
            )
          }
        />
      </div>
      {rule.every !== undefined && (
        <label className="fi-row">
          <span className="fi-hint">{say('times')}</span>
          <InputNumber
            aria-label={say('times')}
            min={2}
            max={50}
            precision={0}
            disabled={readOnly}
            value={rule.times ?? null}
            onChange={(times) => onChange(put(rule, { times: times ?? 2 }))}
          />
        </label>
      )}
      <p className="fi-hint">{say('limited')}</p>
    </>
  );
}

/** Where an instance goes back to by itself. */
export function Target({ node, rule, onChange }: LateRuleProps) {
  const say = useDeadlineWords();
  const { readOnly } = useInspectorFacts();
  return (
    <>
      <Select
        className="fi-wide"
        aria-label={say('to')}
        disabled={readOnly}
        value={rule.to ?? ''}
        options={(['', 'previous', 'node'] as const).map((value) => ({ value, label: say(`to_${value}`) }))}
        onChange={(to: '' | 'previous' | 'node') =>
          onChange(put(rule, { to: to || undefined, node: undefined }))
        }
      />
      {rule.to === 'node' && (
        <TargetSelect
          label={say('to')}
          from={node.id}
          value={rule.node ? [rule.node] : []}
          onChange={([id]) => onChange(put(rule, { node: id }))}
        />
      )}
    </>
  );
}
