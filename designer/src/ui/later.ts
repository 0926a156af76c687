import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** How long to wait, in seconds, before a part is fetched once more: half a minute in all. */
const waits = [1, 2, 4, 8, 15] as const;

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });

/** persist tries again what a lost connection may have made fail, and fails as the last try does. */
export async function persist<T>(
  load: () => Promise<T>,
  wait: (seconds: number) => Promise<void> = pause,
): Promise<T> {
  for (const seconds of waits) {
    try {
      return await load();
    } catch {
      await wait(seconds);
    }
  }
  return load();
}

/**
 * later is a part of a page that is fetched when it is first shown. While the server is away the part stays pending, and
 * the page around it stays as it is.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await persist(load) }));
}
