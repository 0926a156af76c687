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
