import { useEffect, useRef, type RefObject } from 'react';

/** Scrolls a bar that is wider than the screen so that the chosen entry shows. */
export function useChosenInView(chosen: string, count: number): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const entry = bar.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!bar.current || !entry) return;
    bar.current.scrollLeft = entry.offsetLeft - (bar.current.clientWidth - entry.offsetWidth) / 2;
  }, [chosen, count]);
  return bar;
}
