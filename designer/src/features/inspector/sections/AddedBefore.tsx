import { useChangeApproving, type Approving } from '../change';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { useTerms } from '../terms';

/** What a rejection by signers added before somebody means. */
export function AddedBefore({ node }: { node: Approving }) {
  const term = useTerms();
  const change = useChangeApproving(node);
  const way = node.action.beforeRejects ? 'rejects' : '';
  if (node.action.forbid?.includes('add_before') && way === '') return null;
  return (
    <Fold title={term('addedBefore')} says={term(`addedBefore_${way}`)} isSet={way !== ''}>
      <Choice
        label={term('addedBefore')}
        value={way}
        options={(['', 'rejects'] as const).map((value) => ({ value, label: term(`addedBefore_${value}`) }))}
        onChange={(next) => change({ beforeRejects: next === 'rejects' || undefined }, 'beforeRejects')}
      />
    </Fold>
  );
}
