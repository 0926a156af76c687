// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { network, problem } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { session } from '@/testing/sample';
import { LostMails } from './LostMails';

const lost = (id: string, more: object = {}) => ({
  id,
  kind: 'task',
  instance: 'i1',
  title: { 'zh-CN': `待办：${id}` },
  body: { 'zh-CN': '合同审批 · HT-2026-0001' },
  at: '2026-03-02T08:00:00Z',
  to: { id: 'wang', name: { 'zh-CN': '王磊' } },
  address: 'wang.lei@example.com',
  why: 'refused',
  problem: '550 no such mailbox',
  ...more,
});

function open(items: object[], routes: Parameters<typeof network>[0] = {}) {
  const net = network({
    'GET /api/session': session('wang', 'admin'),
    'GET /api/mails/lost': { items, total: items.length },
    'POST /api/mails/lost/send': {},
    ...routes,
  });
  renderPage('/', <LostMails />, '/');
  return net;
}

test('a mail that did not arrive says to whom and why, and is sent again', async () => {
  const { asked } = open([lost('m1')]);
  expect(await screen.findByText('王磊 · wang.lei@example.com · 邮件服务器拒收')).toBeInTheDocument();
  expect(screen.getByText('合同审批 · HT-2026-0001')).toBeInTheDocument();
  expect(screen.getByText('550 no such mailbox')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '待办：m1' })).toHaveAttribute('href', '/instances/i1');
  expect(screen.queryByText('全部再发')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '再发一次：待办：m1' }));
  await expect.poll(() => asked('POST /api/mails/lost/send')[0]?.body).toEqual({ ids: ['m1'] });
  await expect.poll(() => asked('GET /api/mails/lost').length).toBeGreaterThan(1);
});

test('several are sent again at once', async () => {
  const { asked } = open([lost('m1'), lost('m2', { why: 'late', address: undefined })]);
  expect(await screen.findByText('王磊 · 没有邮箱 · 一天内没能送出')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '全部再发' }));
  await expect.poll(() => asked('POST /api/mails/lost/send')[0]?.body).toEqual({});
});

test('more than a page holds are paged through', async () => {
  open([], {
    'GET /api/mails/lost': ({ query }) => ({
      items: [lost(query.get('offset') === '50' ? 'm51' : 'm1')],
      total: 51,
    }),
  });
  expect(await screen.findByText('没有送达的邮件（51）')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  expect(await screen.findByText('待办：m51')).toBeInTheDocument();
});

test('that it cannot be sent is said', async () => {
  open([lost('m1')], { 'POST /api/mails/lost/send': problem(409, 'no_mail_server', '没有邮件服务器。') });
  await userEvent.click(await screen.findByRole('button', { name: /再发一次/ }));
  expect(await screen.findByText('没有邮件服务器。')).toBeInTheDocument();
});
