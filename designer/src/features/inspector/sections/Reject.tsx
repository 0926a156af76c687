import { useEditor } from '@/actions';
import { edgesFrom, orNone, outcomeOf, put, type RejectRule } from '@/model';
import { useChangeNode, withAction, type Approving, type Calling } from '../change';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { TargetSelect, useNodeName } from '../inputs/TargetSelect';
import { useTerms } from '../terms';

const TO = ['', 'start', 'previous', 'node'] as const;
const PARALLEL = ['', 'branch', 'wait'] as const;
const none: RejectRule = {};

/** What a rejection does that has no arrow of its own. */
export function Reject({ node }: { node: Approving | Calling }) {
  const term = useTerms();
  const nameOf = useNodeName();
  const change = useChangeNode();
  const isDrawn = useEditor((state) =>
    edgesFrom(state.doc, node.id).some((edge) => outcomeOf(edge) === 'rejected'),
  );
  const reject = node.action.reject ?? none;
  const to = reject.to ?? '';
  const write = (next: RejectRule, topic: string) => {
    const { action } = node;
    const patch = { reject: orNone(next) };
    change(withAction(node, action.type === 'approve' ? put(action, patch) : put(action, patch)), topic);
  };
  if (isDrawn) {
    return (
      <Fold title={term('reject')} says={term('rejectSaysArrow')} isSet={node.action.reject !== undefined}>
        <p className="fi-note">{term('rejectArrow')}</p>
      </Fold>
    );
  }
  const says =
    to === 'node' && reject.node
      ? term('rejectSaysNode', { name: nameOf(reject.node) })
      : term(`reject_${to}`);
  return (
    <Fold title={term('reject')} says={says} isSet={node.action.reject !== undefined}>
      <Choice
        label={term('reject')}
        value={to}
        options={TO.map((value) => ({ value, label: term(`reject_${value}`) }))}
        onChange={(next) => write(next === '' ? {} : { to: next }, 'reject')}
      />
      {to === 'node' && (
        <TargetSelect
          label={term('rejectNode')}
          from={node.id}
          value={reject.node ? [reject.node] : []}
          onChange={([id]) => write(put(reject, { node: id }), 'reject:node')}
        />
      )}
      {to === '' && (
        <>
          <p className="fi-label">{term('parallel')}</p>
          <Choice
            label={term('parallel')}
            value={reject.parallel ?? ''}
            options={PARALLEL.map((value) => ({ value, label: term(`parallel_${value}`) }))}
            onChange={(next) => write(put(reject, { parallel: next || undefined }), 'reject:parallel')}
          />
        </>
      )}
    </Fold>
  );
}
