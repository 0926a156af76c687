import { InputNumber } from 'antd';
import { put, type PickRule } from '@/model';
import { useChangeAsking, type Asking } from '../change';
import { useInspectorFacts } from '../facts';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { Labelled } from '../Section';
import { useTerms } from '../terms';

/** Whether somebody picks whom the step asks. */
export function PickPeople({ node }: { node: Asking }) {
  const term = useTerms();
  const change = useChangeAsking(node);
  const { pick } = node.action;
  const title = term(node.action.type === 'approve' ? 'pick' : 'pickDo');
  return (
    <Fold title={title} says={usePickWords(pick)} isSet={pick !== undefined}>
      <Choice
        label={term('pickBy')}
        value={pick?.by ?? ''}
        options={(['', 'submitter', 'previous'] as const).map((by) => ({
          value: by,
          label: term(`pick_${by}`),
        }))}
        onChange={(by) => change({ pick: by === '' ? undefined : { ...pick, by } }, 'pick')}
      />
      {pick && <Range pick={pick} onChange={(next, topic) => change({ pick: next }, topic)} />}
    </Fold>
  );
}

function Range({ pick, onChange }: { pick: PickRule; onChange: (pick: PickRule, topic: string) => void }) {
  const term = useTerms();
  const { readOnly } = useInspectorFacts();
  return (
    <div className="fi-pair">
      <Labelled label={term('pickMin')}>
        <InputNumber
          min={1}
          max={pick.max ?? 100}
          precision={0}
          disabled={readOnly}
          value={pick.min ?? 1}
          onChange={(min) =>
            onChange(put(pick, { min: min !== null && min > 1 ? min : undefined }), 'pick:min')
          }
        />
      </Labelled>
      <Labelled label={term('pickMax')}>
        <InputNumber
          min={pick.min ?? 1}
          max={100}
          precision={0}
          disabled={readOnly}
          placeholder={term('noMax')}
          value={pick.max ?? null}
          onChange={(max) => onChange(put(pick, { max: max ?? undefined }), 'pick:max')}
        />
      </Labelled>
    </div>
  );
}

function usePickWords(pick: PickRule | undefined): string {
  const term = useTerms();
  if (!pick) return term('pick_');
  const min = pick.min ?? 1;
  const n =
    pick.max === undefined
      ? term('count_least', { n: min })
      : pick.max === min
        ? term('count_exact', { n: min })
        : term('count_range', { min, max: pick.max });
  return term(pick.by === 'submitter' ? 'pickSaysSubmitter' : 'pickSaysPrevious', { n });
}
