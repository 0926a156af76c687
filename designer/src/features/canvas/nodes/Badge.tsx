import type { Severity } from '@/model';
import { useWords } from '../words';

/** The mark of a problem at the corner of a symbol. */
export function Badge({ severity }: { severity: Severity }) {
  const say = useWords();
  return (
    <span className={`fc-badge fc-badge-${severity}`} role="img" aria-label={say(severity)}>
      !
    </span>
  );
}
