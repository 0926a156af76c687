import { useEditor } from '@/actions';
import { useChangeSettings } from '../change';
import { Fold } from '../Fold';
import { Tick } from '../inputs/Tick';
import { useTerms } from '../terms';

/** Who may urge besides whoever submitted and the admins. */
export function Urge() {
  const term = useTerms();
  const change = useChangeSettings();
  const copies = useEditor((state) => state.doc.settings?.copiesUrge === true);
  return (
    <Fold title={term('urge')} says={term(copies ? 'urgeCopies' : 'urgeOwn')} isSet={copies}>
      <p className="fi-note">{term('urgeHint')}</p>
      <Tick
        label={term('copiesUrge')}
        value={copies}
        onChange={(is) => change({ copiesUrge: is || undefined }, 'copiesUrge')}
      />
    </Fold>
  );
}
