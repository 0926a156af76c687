import { useQuery } from '@tanstack/react-query';
import { keys, topics } from './keys';
import { readThread } from './thread';
import { useLive } from './useLive';

/** What people wrote about an instance, kept new by the live connection. */
export function useThread(instance: string) {
  useLive(topics.thread(instance), [keys.thread(instance)]);
  return useQuery({ queryKey: keys.thread(instance), queryFn: () => readThread(instance) });
}
