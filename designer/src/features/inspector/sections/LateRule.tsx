import { Select } from 'antd';
import { put, type LateDo } from '@/model';
import { isApproving, type Asking } from '../change';
import { useInspectorFacts } from '../facts';
import { LengthInput } from '../inputs/LengthInput';
import { useDeadlineWords } from '../deadlineWords';
import { Again, Target, type LateRuleProps } from './LateDetails';

const DOES: readonly LateDo[] = [
  'remind',
  'copy',
  'beside',
  'transfer',
  'approve',
  'reject',
  'return',
  'line',
];
const OF_APPROVALS: readonly LateDo[] = ['approve', 'reject'];

/** One thing that happens by itself: when, what, and what more has to be said of it. */
export function LateRule({ node, rule, onChange }: LateRuleProps) {
  const say = useDeadlineWords();
  const { readOnly } = useInspectorFacts();
  const isWork = node.action.deadline?.count === 'work';
  const does = DOES.filter((what) => what === rule.do || isApproving(node) || !OF_APPROVALS.includes(what));
  return (
    <>
      <When rule={rule} isWork={isWork} onChange={onChange} />
      <Select
        className="fi-wide"
        aria-label={say('do')}
        disabled={readOnly}
        value={rule.do}
        options={does.map((what) => ({
          value: what,
          label: say(`do_${what}`),
          disabled: what === 'approve' && wantsInput(node),
        }))}
        onChange={(what: LateDo) =>
          onChange(
            put(rule, { do: what, every: undefined, times: undefined, to: undefined, node: undefined }),
          )
        }
      />
      {rule.do === 'remind' && <Again rule={rule} isWork={isWork} onChange={onChange} />}
      {rule.do === 'return' && <Target node={node} rule={rule} onChange={onChange} />}
      {rule.do === 'line' && <p className="fi-hint">{say('lineHint')}</p>}
      {(rule.do === 'copy' || rule.do === 'beside' || rule.do === 'transfer') && (
        <p className="fi-hint">{say('noManager')}</p>
      )}
      {rule.do === 'approve' && wantsInput(node) && <p className="fi-note">{say('noApprove')}</p>}
    </>
  );
}

/** Whether agreeing at a step takes more than a yes. */
function wantsInput(node: Asking): boolean {
  const { action } = node;
  const requires = Object.values(action.fields ?? {}).includes('required');
  return requires || (action.type === 'approve' && action.comment === true);
}

function When({ rule, isWork, onChange }: Omit<LateRuleProps, 'node'> & { isWork: boolean }) {
  const say = useDeadlineWords();
  const { readOnly } = useInspectorFacts();
  const when = rule.before !== undefined ? 'before' : rule.after !== undefined ? 'after' : 'at';
  const length = rule.before ?? rule.after;
  const at = (next: string, value: string | undefined) =>
    onChange(
      put(rule, {
        before: next === 'before' ? value : undefined,
        after: next === 'after' ? value : undefined,
      }),
    );
  return (
    <div className="fi-row fi-late-when">
      <Select
        aria-label={say('when')}
        disabled={readOnly}
        value={when}
        options={(['at', 'before', 'after'] as const).map((value) => ({
          value,
          label: say(`when_${value}`),
        }))}
        popupMatchSelectWidth={false}
        onChange={(next: string) => at(next, length ?? 'PT4H')}
      />
      {when !== 'at' && (
        <LengthInput
          label={say('howLong')}
          value={length}
          isWork={isWork}
          onChange={(value) => at(when, value)}
        />
      )}
    </div>
  );
}
