import { Link } from 'react-router';
import type { Part } from '@/api';
import { useText } from '@/i18n';
import { StatusTag, Time } from '@/ui';
import { useWords } from './words';
import './parts.css';

const untold = { wanted: 'partWanted', failed: 'partFailed', called_off: 'partCalledOff' } as const;

/** What sub-flow steps had run: where each stands, and the way there for whoever may look at it. */
export function Parts({ parts, named = false }: { parts: readonly Part[]; named?: boolean }) {
  const say = useWords();
  const text = useText();
  return (
    <ul className="fl-parts">
      {parts.map((part, at) => {
        const name = [named || !part.instance ? text(part.flowName) : '', text(part.item)]
          .filter(Boolean)
          .join(' · ');
        const state =
          part.state === 'wanted' || part.state === 'failed' || part.state === 'called_off'
            ? untold[part.state]
            : undefined;
        return (
          <li key={at}>
            {part.instance ? (
              <Link to={`/instances/${part.instance}`}>
                {[name || text(part.flowName), part.number].filter(Boolean).join(' · ')}
              </Link>
            ) : (
              <span>{name}</span>
            )}
            {part.status && part.state !== 'called_off' ? (
              <StatusTag state={`status.${part.status}`} />
            ) : null}
            {state ? <span className="fl-faint">{say(state)}</span> : null}
            {part.startedAt ? <Time at={part.endedAt ?? part.startedAt} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
