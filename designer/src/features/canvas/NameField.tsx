import { useRef } from 'react';

interface NameFieldProps {
  value: string;
  label: string;
  className: string;
  onChange: (value: string) => void;
  onDone: () => void;
}

/** A line written in place: Enter or leaving keeps it, Escape puts back what was there. */
export function NameField({ value, label, className, onChange, onDone }: NameFieldProps) {
  const given = useRef(false);

  function finish(field: HTMLTextAreaElement, keep: boolean): void {
    if (given.current) return;
    given.current = true;
    const wording = field.value.replace(/\s+/g, ' ').trim();
    const surroundings = field.closest<HTMLElement>('.react-flow__node');
    if (keep && wording !== value) onChange(wording);
    onDone();
    surroundings?.focus();
  }

  return (
    <textarea
      className={`${className} nodrag nopan nowheel`}
      aria-label={label}
      defaultValue={value}
      rows={2}
      maxLength={120}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget, true)}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault();
          finish(event.currentTarget, true);
        }
        if (event.key === 'Escape') finish(event.currentTarget, false);
      }}
    />
  );
}
