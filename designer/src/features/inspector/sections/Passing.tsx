import { useLanguage } from '@/i18n';
import { orNone, put, type TransferRule } from '@/model';
import { useChangeAsking, type Asking } from '../change';
import { Fold } from '../Fold';
import { Tick } from '../inputs/Tick';
import { useTerms } from '../terms';

const none: TransferRule = {};

/** How a task changes hands by its assignee's wish; nothing where it may not. */
export function Passing({ node }: { node: Asking }) {
  const term = useTerms();
  const semicolon = useLanguage() === 'en' ? '; ' : '；';
  const change = useChangeAsking(node);
  const rule = node.action.transfer ?? none;
  if (node.action.forbid?.includes('transfer') && node.action.transfer === undefined) return null;
  const isTimed = node.action.due !== undefined && node.action.deadline?.field === undefined;
  const write = (next: TransferRule) => change({ transfer: orNone(next) }, 'transfer');
  const says = [
    term(rule.merge ? 'passing_merge' : 'passing_apart'),
    ...(isTimed || rule.restart ? [term(rule.restart ? 'passing_restart' : 'passing_goesOn')] : []),
  ];
  return (
    <Fold title={term('passing')} says={says.join(semicolon)} isSet={node.action.transfer !== undefined}>
      <Tick
        label={term('passingMerge')}
        value={rule.merge === true}
        onChange={(is) => write(put(rule, { merge: is || undefined }))}
      />
      {(isTimed || rule.restart) && (
        <Tick
          label={term('passingRestart')}
          value={rule.restart === true}
          onChange={(is) => write(put(rule, { restart: is || undefined }))}
        />
      )}
    </Fold>
  );
}
