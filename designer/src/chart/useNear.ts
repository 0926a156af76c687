import { useCallback, useState, type RefCallback } from 'react';

/** How far below the window a thing may still lie to count as near: a flick of the thumb. */
const margin = '200px';

/** Says when a place on the page comes near the window, once and for all. */
export function useNear(): [near: boolean, place: RefCallback<Element>] {
  const [near, setNear] = useState(false);
  const place = useCallback((element: Element | null) => {
    if (!element) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting)) setNear(true);
      },
      { rootMargin: margin },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [near, place];
}
