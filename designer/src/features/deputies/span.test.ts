import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { lastOf, spanOf, standing } from './span';

const noon = dayjs('2026-03-02T12:00:00').valueOf();

test('today begins at once, and the last day is in it', () => {
  const span = spanOf('2026-03-02', '2026-03-04', noon);
  expect(span.from).toBe(new Date(noon).toISOString());
  expect(lastOf(span.until)).toEqual({ day: '2026-03-04' });
  expect(standing(span, noon)).toBe('now');
});

test('a later day begins with it', () => {
  const span = spanOf('2026-03-05', '2026-03-05', noon);
  expect(dayjs(span.from).format('HH:mm')).toBe('00:00');
  expect(standing(span, noon)).toBe('coming');
});

test('what was ended on the way says the moment, and is past from then', () => {
  const until = new Date(noon).toISOString();
  expect(lastOf(until)).toEqual({ moment: until });
  expect(standing({ from: '2026-03-01T00:00:00Z', until }, noon)).toBe('past');
});
