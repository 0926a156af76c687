import { useChangeApproving, type Approving } from '../change';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { useTerms } from '../terms';

/** Whether agreeing wants words too. */
export function Comment({ node }: { node: Approving }) {
  const term = useTerms();
  const change = useChangeApproving(node);
  const way = node.action.comment ? 'wanted' : '';
  return (
    <Fold title={term('comment')} says={term(`comment_${way}`)} isSet={way !== ''}>
      <Choice
        label={term('comment')}
        value={way}
        options={(['', 'wanted'] as const).map((value) => ({ value, label: term(`comment_${value}`) }))}
        onChange={(next) => change({ comment: next === 'wanted' || undefined }, 'comment')}
      />
    </Fold>
  );
}
