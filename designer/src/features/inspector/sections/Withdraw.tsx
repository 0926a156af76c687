import { useEditor } from '@/actions';
import { useChangeSettings } from '../change';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { Tick } from '../inputs/Tick';
import { useTerms } from '../terms';

const WHEN = ['', 'ever', 'never'] as const;

/** Until when whoever submitted may withdraw. */
export function Withdraw() {
  const term = useTerms();
  const change = useChangeSettings();
  const when = useEditor((state) => state.doc.settings?.withdraw ?? '');
  const opened = useEditor((state) => state.doc.settings?.openedBlocks === true);
  const says = term(`withdraw_${when}`);
  return (
    <Fold
      title={term('withdraw')}
      says={opened && when !== 'never' ? term('withdrawSaysOpened', { when: says }) : says}
      isSet={when !== '' || opened}
    >
      <Choice
        label={term('withdraw')}
        value={when}
        options={WHEN.map((value) => ({ value, label: term(`withdraw_${value}`) }))}
        onChange={(next) => change({ withdraw: next || undefined }, 'withdraw')}
      />
      <Tick
        label={term('openedBlocks')}
        value={opened}
        onChange={(is) => change({ openedBlocks: is || undefined }, 'openedBlocks')}
      />
    </Fold>
  );
}
