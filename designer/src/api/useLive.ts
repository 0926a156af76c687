import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { LiveSocket, type LiveState } from './live';

const live = new LiveSocket({
  open: () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`),
});

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => live.hurry());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') live.hurry();
  });
}

/** Calls back with the revision of a topic: when it is first known and whenever it changes. */
export function useTopic(topic: string | undefined, onRevision: (revision: number) => void): void {
  const latest = useRef(onRevision);
  useEffect(() => {
    latest.current = onRevision;
  });
  useEffect(() => {
    if (topic === undefined) return;
    return live.subscribe(topic, (revision) => latest.current(revision));
  }, [topic]);
}

/**
 * Keeps what is shown under the query keys as new as the topic: fetches it again when the topic's revision is not the
 * one already seen. `known` is the revision that the data on the screen has, where the data says so.
 */
export function useLive(topic: string | undefined, queryKeys: readonly QueryKey[], known?: number): void {
  const cache = useQueryClient();
  const seen = useRef<{ topic: string | undefined; revision: number | undefined }>(undefined);
  useTopic(topic, (revision) => {
    const before = seen.current?.topic === topic ? seen.current?.revision : undefined;
    const have = Math.max(before ?? -1, known ?? -1);
    seen.current = { topic, revision };
    if (revision === have) return;
    for (const queryKey of queryKeys) void cache.invalidateQueries({ queryKey });
  });
}

/** How the live connection stands. */
export function useLiveState(): LiveState {
  const [state, setState] = useState<LiveState>('idle');
  useEffect(() => live.watch(setState), []);
  return state;
}
