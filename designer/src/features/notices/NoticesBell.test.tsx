// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { NoticeInfo } from '@/api';
import { network } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { NoticesBell } from './index';

const notice: NoticeInfo = {
  id: 'n1',
  kind: 'task',
  instance: 'i1',
  task: 'i1.k1',
  title: { 'zh-CN': '请审批：华南年度合同', en: 'Please decide' },
  at: '2026-03-02T08:00:00Z',
};

test('the bell tells how many are unread; following one reads it', async () => {
  const { asked } = network({
    'GET /api/notices': { items: [notice], unread: 1 },
    'POST /api/notices/read': {},
  });
  const { address } = renderPage('/', <NoticesBell />, '/');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '通知，1 条未读' }));
  await user.click(await screen.findByText('请审批：华南年度合同'));
  await expect.poll(address).toBe('/tasks/i1.k1');
  await expect.poll(() => asked('POST /api/notices/read')[0]?.body).toEqual({ ids: ['n1'] });
});

test('a reminder of several tasks leads to each of them, and is read then', async () => {
  const title = { 'zh-CN': '催办', en: 'Reminder' };
  const { asked } = network({
    'GET /api/notices': {
      items: [
        {
          ...notice,
          kind: 'urge',
          task: undefined,
          title: { 'zh-CN': '催办：有 2 个待办在等您', en: 'Reminder: 2 tasks wait for you' },
          tasks: [
            { task: 'i1.k1', title, body: { 'zh-CN': '华南年度合同', en: 'South' } },
            { task: 'i2.k4', title, body: { 'zh-CN': '华北框架协议', en: 'North' } },
          ],
        },
      ],
      unread: 1,
    },
    'POST /api/notices/read': {},
  });
  const { address } = renderPage('/', <NoticesBell />, '/');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '通知，1 条未读' }));
  expect(await screen.findByRole('link', { name: /有 2 个待办在等您/ })).toHaveAttribute('href', '/inbox');
  await user.click(screen.getByRole('link', { name: /华北框架协议/ }));
  await expect.poll(address).toBe('/tasks/i2.k4');
  await expect.poll(() => asked('POST /api/notices/read')[0]?.body).toEqual({ ids: ['n1'] });
});
