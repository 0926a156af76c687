import type { ReactNode } from 'react';
import './differences.css';

interface ChangeNoteProps {
  /** Waiting: for somebody's approval. Here: it is for the reader to look at. */
  tone: 'waiting' | 'here';
  label: string;
  title: ReactNode;
  hint?: string | undefined;
  action?: ReactNode;
  children: ReactNode;
}

/** A note about a change, above the record that it is about. */
export function ChangeNote({ tone, label, title, hint, action, children }: ChangeNoteProps) {
  return (
    <section className="fl-change-note" data-tone={tone} aria-label={label}>
      <div className="fl-change-note-head">
        <div>
          <h2>{title}</h2>
          {hint ? <p>{hint}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
