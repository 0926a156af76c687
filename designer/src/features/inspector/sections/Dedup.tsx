import { useEditor } from '@/actions';
import { useChangeSettings } from '../change';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { useTerms } from '../terms';

const SCOPES = ['', 'consecutive', 'off'] as const;

/** When somebody who has agreed is not asked again. */
export function Dedup() {
  const term = useTerms();
  const change = useChangeSettings();
  const scope = useEditor((state) => state.doc.settings?.dedup ?? '');
  return (
    <Fold title={term('dedup')} says={term(`dedup_${scope}`)} isSet={scope !== ''}>
      <Choice
        label={term('dedup')}
        value={scope}
        options={SCOPES.map((value) => ({ value, label: term(`dedup_${value}`) }))}
        onChange={(next) => change({ dedup: next || undefined }, 'dedup')}
      />
      <p className="fi-note">{term('dedupHint')}</p>
    </Fold>
  );
}
