import { useEffect, useState } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** j and k walk through a list, Enter opens; answers where in the list the keyboard is, -1 for nowhere. */
export function useListKeys(length: number, open: (index: number) => void): number {
  const [at, setAt] = useState(-1);
  const active = Math.min(at, length - 1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return;
      if (event.key === 'j') setAt(Math.min(length - 1, active + 1));
      else if (event.key === 'k') setAt(Math.max(0, active - 1));
      else if (event.key === 'Enter' && active >= 0 && event.target === document.body) open(active);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active, length, open]);
  return active;
}
