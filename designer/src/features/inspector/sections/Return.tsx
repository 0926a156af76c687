import { useLanguage } from '@/i18n';
import { orNone, put, type ReturnRule } from '@/model';
import { useChangeAsking, type Asking } from '../change';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { TargetSelect, useNodeName } from '../inputs/TargetSelect';
import { Tick } from '../inputs/Tick';
import { useTerms } from '../terms';

const TO = ['', 'start', 'previous', 'nodes'] as const;
const MODES = ['', 'direct', 'returner', 'submitter'] as const;
const none: ReturnRule = {};

/** Where a step may be returned to, and how it comes forward again. */
export function Return({ node }: { node: Asking }) {
  const term = useTerms();
  const nameOf = useNodeName();
  const comma = useLanguage() === 'en' ? ', ' : '、';
  const change = useChangeAsking(node);
  const rule = node.action.return ?? none;
  const to = rule.to ?? '';
  const mode = rule.mode ?? '';
  const nodes = rule.nodes ?? [];
  const write = (next: ReturnRule, topic: string) => change({ return: orNone(next) }, topic);
  if (node.action.forbid?.includes('return')) {
    return (
      <Fold title={term('return')} says={term('returnOff')} isSet>
        <p className="fi-note">{term('returnOffHint')}</p>
      </Fold>
    );
  }
  const where =
    to === 'nodes' && nodes.length > 0
      ? term('returnSaysNodes', { names: nodes.map(nameOf).join(comma) })
      : term(`return_${to}`);
  return (
    <Fold
      title={term('return')}
      says={term('returnSays', { to: where, mode: term(`mode_${mode}`) })}
      isSet={node.action.return !== undefined}
    >
      <p className="fi-label">{term('returnTo')}</p>
      <Choice
        label={term('returnTo')}
        value={to}
        options={TO.map((value) => ({ value, label: term(`return_${value}`) }))}
        onChange={(next) => write(put(rule, { to: next || undefined, nodes: undefined }), 'return')}
      />
      {to === 'nodes' && (
        <TargetSelect
          many
          label={term('returnNodes')}
          from={node.id}
          value={nodes}
          onChange={(ids) => write(put(rule, { nodes: ids.length > 0 ? ids : undefined }), 'return:nodes')}
        />
      )}
      <p className="fi-label">{term('mode')}</p>
      <Choice
        label={term('mode')}
        value={mode}
        options={MODES.map((value) => ({ value, label: term(`mode_${value}`) }))}
        onChange={(next) =>
          write(
            put(rule, { mode: next || undefined, keepVotes: next === '' ? undefined : rule.keepVotes }),
            'return:mode',
          )
        }
      />
      {mode !== '' && (
        <>
          <p className="fi-note">{term('modeHint')}</p>
          {node.action.type === 'approve' && (
            <Tick
              label={term('keepVotes')}
              value={rule.keepVotes === true}
              onChange={(is) => write(put(rule, { keepVotes: is || undefined }), 'return:keepVotes')}
            />
          )}
        </>
      )}
    </Fold>
  );
}
