import { useId, type ReactNode } from 'react';

interface SectionProps {
  title: string;
  hint?: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** One group of settings under its heading. */
export function Section({ title, hint, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="fi-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {aside}
      </header>
      {hint && <p className="fi-hint">{hint}</p>}
      {children}
    </section>
  );
}

/** A setting with its label. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="fi-labelled">
      <span>{label}</span>
      {children}
    </label>
  );
}
