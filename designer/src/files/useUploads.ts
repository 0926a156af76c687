import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileRef } from '@/api';
// Not by the door of the room: it comes with the first file, not with every page.
import { uploadFile } from '@/api/upload';
import type { Attached } from './useAttached';

/** One file on its way. */
export interface Item {
  key: number;
  file: File;
  /** From 0 to 1. */
  sent: number;
  /** Once it has arrived. */
  ref?: FileRef;
  /** Why it has not. */
  problem?: string;
  /** It need not be tried again. */
  refused?: boolean;
}

/** Uploads whatever is added to what was picked. What refuses says of a file why it need not be tried. */
export function useUploads(
  { picked, report }: Attached,
  refuses: (file: File, place: number) => string | undefined,
) {
  const [items, setItems] = useState<readonly Item[]>([]);
  const taken = useRef(0);
  const calls = useRef(new Map<number, AbortController>());

  const send = useCallback(({ key, file }: Pick<Item, 'key' | 'file'>): void => {
    const edit = (part: Partial<Item>): void =>
      setItems((all) =>
        all.map((item) => (item.key === key ? { key, file, sent: item.sent, ...part } : item)),
      );
    const call = new AbortController();
    calls.current.set(key, call);
    edit({ sent: 0 });
    uploadFile(file, { onProgress: (sent) => edit({ sent }), signal: call.signal }).then(
      (ref) => edit({ ref, sent: 1 }),
      (error: unknown) => {
        if (!call.signal.aborted) edit({ problem: error instanceof Error ? error.message : String(error) });
      },
    );
  }, []);

  useEffect(() => {
    if (picked.length < taken.current) {
      // It began again.
      calls.current.forEach((call) => call.abort());
      taken.current = 0;
      setItems([]);
      return;
    }
    const fresh = picked.slice(taken.current).map((file, at) => {
      const problem = refuses(file, items.length + at);
      return { key: taken.current + at, file, sent: 0, ...(problem ? { problem, refused: true } : {}) };
    });
    if (fresh.length === 0) return;
    taken.current = picked.length;
    setItems((all) => [...all, ...fresh]);
    for (const item of fresh) if (!item.refused) send(item);
  }, [picked, items, refuses, send]);

  useEffect(() => {
    const way = items.filter((item) => !item.ref);
    const unsettled = way.some((item) => !item.problem) ? 'sending' : way.length > 0 ? 'failed' : undefined;
    // Before the first has been taken there is nothing to tell.
    if (taken.current > 0)
      report(
        items.flatMap((item) => item.ref?.id ?? []),
        unsettled,
      );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what became of the files is news
  }, [items]);

  useEffect(() => {
    const all = calls.current;
    return () => all.forEach((call) => call.abort());
  }, []);

  const remove = (key: number): void => {
    calls.current.get(key)?.abort();
    setItems((all) => all.filter((item) => item.key !== key));
  };
  return { items, retry: send, remove };
}
