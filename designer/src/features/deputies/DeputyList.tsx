import type { Deputy } from '@/api';
import { DeputyRow, type Shown } from './DeputyRow';
import { standing } from './span';
import { useWords } from './words';
import './deputies.css';

interface DeputyListProps {
  label: string;
  deputies: readonly Deputy[];
  shown: Shown;
  /** The moment at which the list was true. */
  now: number;
}

/** Deputies: those in force first, then those to come; those that ended are folded away. */
export function DeputyList({ label, deputies, shown, now }: DeputyListProps) {
  const say = useWords();
  const are = (wanted: string): Deputy[] => deputies.filter((one) => standing(one, now) === wanted);
  const past = are('past');
  const live = [...are('now'), ...are('coming')];
  const rows = (list: readonly Deputy[]) => (
    <ul className="fl-deputies" aria-label={label}>
      {list.map((deputy) => (
        <DeputyRow key={deputy.id} deputy={deputy} shown={shown} standing={standing(deputy, now)} />
      ))}
    </ul>
  );
  return (
    <section className="fl-deputy-part">
      {shown === 'both' ? null : <h2>{label}</h2>}
      <div className="fl-sheet">
        {live.length > 0 ? rows(live) : null}
        {past.length > 0 ? (
          <details className="fl-deputy-past" open={live.length === 0}>
            <summary>{say('past', { n: past.length })}</summary>
            {rows(past)}
          </details>
        ) : null}
      </div>
    </section>
  );
}
