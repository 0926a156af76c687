import dayjs from 'dayjs';

/** How a deputy stands at a moment. */
export type Standing = 'now' | 'coming' | 'past';

interface Span {
  from: string;
  until: string;
}

export function standing({ from, until }: Span, now: number): Standing {
  if (Date.parse(until) <= now) return 'past';
  return Date.parse(from) > now ? 'coming' : 'now';
}

/** The time from the first day to the last, both in it, as people choose it: today begins at once. */
export function spanOf(first: string, last: string, now: number): Span {
  const begin = dayjs(first).startOf('day').valueOf();
  return {
    from: new Date(dayjs(now).isSame(first, 'day') ? now : begin).toISOString(),
    until: dayjs(last).startOf('day').add(1, 'day').toDate().toISOString(),
  };
}

/** The last day when it ends with that day, else the moment at which it ends. */
export function lastOf(until: string): { day: string } | { moment: string } {
  const end = dayjs(until);
  return end.isSame(end.startOf('day'))
    ? { day: end.subtract(1, 'day').format('YYYY-MM-DD') }
    : { moment: until };
}
