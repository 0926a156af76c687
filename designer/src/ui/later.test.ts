import { expect, test } from 'vitest';
import { persist } from './later';

const failing = (times: number) => {
  let tries = 0;
  const load = (): Promise<string> => {
    tries += 1;
    return tries <= times ? Promise.reject(new Error('away')) : Promise.resolve('here');
  };
  return { load, tries: () => tries };
};

test('what could not be fetched is fetched again, later each time', async () => {
  const waited: number[] = [];
  const part = failing(3);
  await expect(
    persist(part.load, (seconds) => {
      waited.push(seconds);
      return Promise.resolve();
    }),
  ).resolves.toBe('here');
  expect(waited).toEqual([1, 2, 4]);
});

test('in the end it is said that it could not be', async () => {
  const part = failing(100);
  await expect(persist(part.load, () => Promise.resolve())).rejects.toThrow('away');
  expect(part.tries()).toBe(6);
});
