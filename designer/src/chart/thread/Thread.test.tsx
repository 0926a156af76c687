// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ThreadView } from '@/api';
import { network, problem } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { li, session, wang, zhou } from '@/testing/sample';
import { Thread } from './Thread';

const write = 'POST /api/instances/i1/thread';
const thread: ThreadView = {
  messages: [{ id: 'm1', by: wang, at: '2026-03-02T08:00:00Z', words: '为什么是两年？', mentions: [li] }],
  people: [li, zhou],
};

const open = (routes: Parameters<typeof network>[0] = {}) => {
  const net = network({
    'GET /api/session': session('wang'),
    'GET /api/instances/i1/thread': thread,
    ...routes,
  });
  renderPage('/', <Thread instance="i1" task="i1.k1" />, '/');
  return net;
};

test('a message goes out once, with whom it tells, and is shown at once', async () => {
  const answer = { id: 'm2', by: wang, at: '2026-03-02T08:01:00Z', words: '请看第三条' };
  const { asked } = open({ [write]: { ...thread, messages: [...thread.messages, answer] } });
  const user = userEvent.setup();
  expect(await screen.findByText(/为什么是两年/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '发送' })).toBeDisabled();
  await user.type(screen.getByLabelText('写留言…'), ' 请看第三条 ');
  await user.click(screen.getByText('@周婷'));
  await user.click(screen.getByRole('button', { name: '发送' }));
  expect(await screen.findByText('请看第三条', { selector: 'p' })).toBeInTheDocument();
  expect(asked(write).map((one) => one.body)).toEqual([
    { words: '请看第三条', task: 'i1.k1', mentions: ['zhou'] },
  ]);
  expect(screen.getByLabelText('写留言…')).toHaveValue('');
});

test('who may not be told is said in the words of the server, and nothing typed is lost', async () => {
  open({
    [write]: problem(422, 'bad_input', '有内容填写得不对', {
      errors: [{ path: 'mentions', message: '“周婷”不能查看这个流程。' }],
    }),
  });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('写留言…'), '看一下');
  await user.click(screen.getByRole('button', { name: '发送' }));
  expect(await screen.findByText('“周婷”不能查看这个流程。')).toBeInTheDocument();
  expect(screen.getByLabelText('写留言…')).toHaveValue('看一下');
});
