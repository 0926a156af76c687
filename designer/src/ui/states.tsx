import { Button } from 'antd';
import type { ReactNode } from 'react';
import { LinkButton } from './LinkButton';
import { useWords } from './words';
import './states.css';

/** Grey lines where content is about to be. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const say = useWords();
  return (
    <div className="fl-loading" role="status" aria-label={say('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="fl-loading-line" />
      ))}
    </div>
  );
}

interface EmptyProps {
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <div className="fl-empty">
      <svg width="72" height="60" viewBox="0 0 72 60" aria-hidden="true">
        <rect x="20" y="2" width="32" height="14" rx="7" className="fl-empty-line" />
        <path d="M36 16v10M36 26l13 9-13 9-13-9ZM36 44v14m0 0-4-4m4 4 4-4" className="fl-empty-line" />
      </svg>
      <h2>{title}</h2>
      {hint ? <p>{hint}</p> : null}
      {action}
    </div>
  );
}

/** Something could not be loaded: why, in the server's words, and a way on. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords();
  const message = error instanceof Error ? error.message : '';
  // What is not there, or not for this person, will not be there the next time either.
  const missing = error instanceof Error && 'status' in error && error.status === 404;
  return (
    <div className="fl-empty" role="alert">
      <h2>{say(missing ? 'missing' : 'wrong')}</h2>
      {message ? <p>{message}</p> : null}
      {missing ? <LinkButton to="/">{say('home')}</LinkButton> : null}
      {onRetry && !missing ? <Button onClick={onRetry}>{say('again')}</Button> : null}
    </div>
  );
}
