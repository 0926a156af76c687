import { useEffect, useRef } from 'react';

/** How long nothing is typed before it is kept by itself. */
const pause = 3000;

/** Does something once nothing has changed for a while, and at once when the page is left; only while it is due. */
export function useSoon(due: boolean, what: string, act: () => void): void {
  const latest = useRef({ due, act });
  useEffect(() => {
    latest.current = { due, act };
  });
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => latest.current.act(), pause);
    return () => clearTimeout(timer);
  }, [due, what]);
  useEffect(() => {
    const leave = (): void => {
      if (latest.current.due) latest.current.act();
    };
    const hide = (): void => {
      if (document.visibilityState === 'hidden') leave();
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, []);
}
