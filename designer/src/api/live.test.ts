import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeSocket } from '@/testing/socket';
import { LiveSocket, type LiveState } from './live';

let sockets: FakeSocket[];
let live: LiveSocket;
const last = (): FakeSocket => sockets.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  live = new LiveSocket({
    random: () => 1,
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
  });
});
afterEach(() => vi.useRealTimers());

test('nothing is opened before somebody listens', () => {
  expect(sockets).toHaveLength(0);
});

test('whoever listens hears each revision of the topic and of no other', () => {
  const heard: number[] = [];
  live.subscribe('instance:1', (revision) => heard.push(revision));
  last().open();
  expect(last().sent).toEqual([{ op: 'subscribe', topic: 'instance:1' }]);
  last().say({ topic: 'instance:1', revision: 4 });
  last().say({ topic: 'instance:2', revision: 9 });
  last().say({ topic: 'instance:1', revision: 5 });
  expect(heard).toEqual([4, 5]);
});

test('a topic whose last listener left is unsubscribed, and with the last topic the connection closes', () => {
  const stopOne = live.subscribe('a', () => undefined);
  const stopTwo = live.subscribe('b', () => undefined);
  last().open();
  stopOne();
  expect(last().sent.at(-1)).toEqual({ op: 'unsubscribe', topic: 'a' });
  stopTwo();
  expect(last().readyState).toBe(3);
  vi.runAllTimers();
  expect(sockets).toHaveLength(1);
});

test('a lost connection is tried again, later each time, and every topic is subscribed anew', () => {
  live.subscribe('a', () => undefined);
  live.subscribe('b', () => undefined);
  last().open();
  last().break();
  expect(sockets).toHaveLength(1);
  vi.advanceTimersByTime(400);
  expect(sockets).toHaveLength(2);
  last().break();
  vi.advanceTimersByTime(799);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(sockets).toHaveLength(3);
  last().open();
  expect(last().sent).toEqual([
    { op: 'subscribe', topic: 'a' },
    { op: 'subscribe', topic: 'b' },
  ]);
});

test('the pause is never longer than twenty seconds', () => {
  live.subscribe('a', () => undefined);
  for (let i = 0; i < 20; i++) {
    last().break();
    vi.advanceTimersByTime(20_000);
    expect(sockets).toHaveLength(i + 2);
  }
});

test('when the network is back it is tried at once', () => {
  live.subscribe('a', () => undefined);
  for (let i = 0; i < 6; i++) {
    last().break();
    vi.advanceTimersByTime(20_000);
  }
  last().break();
  const before = sockets.length;
  live.hurry();
  expect(sockets).toHaveLength(before + 1);
});

test('it tells how the connection stands', () => {
  const states: LiveState[] = [];
  live.watch((state) => states.push(state));
  const stop = live.subscribe('a', () => undefined);
  last().open();
  last().break();
  vi.advanceTimersByTime(400);
  last().open();
  stop();
  expect(states).toEqual(['idle', 'connecting', 'connected', 'waiting', 'connecting', 'connected', 'idle']);
});

test('a topic that one may not hear does not disturb the others', () => {
  const heard: number[] = [];
  live.subscribe('secret', () => expect.unreachable());
  live.subscribe('mine', (revision) => heard.push(revision));
  last().open();
  last().say({ topic: 'secret', problem: { status: 403 } });
  last().say({ topic: 'mine', revision: 1 });
  expect(heard).toEqual([1]);
});

test('what the server could not answer is asked again after a while, what it refused is not', () => {
  live.subscribe('busy', () => undefined);
  live.subscribe('secret', () => undefined);
  last().open();
  const asked = last().sent.length;
  last().say({ topic: 'busy', problem: { status: 503 } });
  last().say({ topic: 'secret', problem: { status: 404 } });
  vi.advanceTimersByTime(60_000);
  expect(last().sent.slice(asked)).toEqual([{ op: 'subscribe', topic: 'busy' }]);
});
