// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { setLanguage } from '@/i18n';
import { network, problem, Reply } from '@/testing/network';
import { session } from '@/testing/sample';
import {
  decideTask,
  hasReason,
  listTasks,
  onSignedOut,
  Problem,
  publish,
  readSession,
  signIn,
} from './index';

afterEach(() => {
  vi.unstubAllGlobals();
  setLanguage('zh-CN');
});

const caught = async (promise: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error('expected a Problem');
};

test('a changing request carries the token of the session and the language', async () => {
  const net = network({ 'GET /api/session': session(), 'POST /api/tasks/i1.k1/decision': {} });
  await readSession();
  setLanguage('en');
  await decideTask('i1.k1', { outcome: 'approved' }, 'key-1');
  const asked = net.asked('POST /api/tasks/i1.k1/decision')[0]!;
  expect(asked.headers.get('X-CSRF-Token')).toBe('token-1');
  expect(asked.headers.get('Accept-Language')).toBe('en');
  expect(asked.headers.get('Idempotency-Key')).toBe('key-1');
});

test('a problem response becomes a Problem in the words of the server', async () => {
  network({
    'POST /api/tasks/i1.k1/decision': problem(409, 'task_already_decided', '王磊已在 10:02 处理。', {
      code: 'conflict',
    }),
  });
  const error = await caught(decideTask('i1.k1', { outcome: 'approved' }, 'k'));
  expect(error.message).toBe('王磊已在 10:02 处理。');
  expect(error.code).toBe('conflict');
  expect(hasReason(error, 'task_already_decided')).toBe(true);
});

test('what check found comes with the problem that blocks publishing', async () => {
  network({
    'POST /api/flows/f/versions': problem(422, 'not_publishable', '还有问题', {
      problems: [{ code: 'no_end', severity: 'error', text: {}, remedy: {} }],
    }),
  });
  const error = await caught(publish('f', 1, ''));
  expect(error.problems.map((one) => one.code)).toEqual(['no_end']);
});

test('no answer at all is said in the own words', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
  const error = await caught(listTasks({ state: 'open', offset: 0, limit: 1 }));
  expect(error.code).toBe('offline');
  expect(error.message).toContain('连不上服务器');
});

test('an answer that is no problem response still is a Problem', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 })));
  const error = await caught(listTasks({ state: 'open', offset: 0, limit: 1 }));
  expect(error.code).toBe('internal');
  expect(error.message).not.toContain('html');
});

test('a session that has ended is told once, a wrong password is not such', async () => {
  const ended = vi.fn();
  onSignedOut(ended);
  network({
    'GET /api/tasks': new Reply(401, { detail: '请重新登录' }),
    'POST /api/session': problem(401, 'wrong_password', '用户名或密码不对'),
  });
  expect((await caught(signIn({ signIn: 'a', password: 'b' }))).message).toBe('用户名或密码不对');
  expect(ended).not.toHaveBeenCalled();
  await caught(listTasks({ state: 'open', offset: 0, limit: 1 }));
  expect(ended).toHaveBeenCalledOnce();
});
