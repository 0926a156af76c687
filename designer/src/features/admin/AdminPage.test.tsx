// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { network } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { company, instanceInfo, session } from '@/testing/sample';
import { AdminPage } from './index';

function open(part: string, role: 'staff' | 'admin', routes: Parameters<typeof network>[0] = {}) {
  const net = network({
    'GET /api/session': session('wang', role),
    'GET /api/company': company,
    'GET /api/admin/people': [
      { id: 'li', signIn: 'li.na', name: { 'zh-CN': '李娜' }, role: 'staff', active: true, posts: [] },
    ],
    ...routes,
  });
  return { ...net, ...renderPage('/admin/:part?', <AdminPage deputies={null} />, `/admin/${part}`) };
}

test('a person is deactivated by editing', async () => {
  const { asked } = open('people', 'admin', { 'PUT /api/admin/people/li': {} });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '编辑李娜' }));
  await user.click(await screen.findByRole('switch', { name: '在职' }));
  await user.click(screen.getByRole('button', { name: '保存' }));
  await expect
    .poll(() => asked('PUT /api/admin/people/li')[0]?.body)
    .toEqual({
      signIn: 'li.na',
      name: { 'zh-CN': '李娜' },
      role: 'staff',
      active: false,
      posts: [],
    });
});

test('the approval limit of a post is shown and kept', async () => {
  const posts = [{ key: 'sales_manager', name: { 'zh-CN': '销售经理' }, limit: '50000.00' }];
  const { asked } = open('posts', 'admin', {
    'GET /api/company': { ...company, posts },
    'PUT /api/admin/posts/sales_manager': {},
  });
  const user = userEvent.setup();
  expect(await screen.findByText(/50,000/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '编辑销售经理' }));
  expect(await screen.findByLabelText('审批限额')).toHaveValue('50,000');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await expect
    .poll(() => asked('PUT /api/admin/posts/sales_manager')[0]?.body)
    .toEqual({ name: { 'zh-CN': '销售经理' }, limit: '50000.00' });
});

const incident = {
  id: 'x1',
  node: 'legal',
  activation: 'a1',
  reason: 'nobody',
  at: '2026-03-02T08:00:00Z',
  nodeName: { 'zh-CN': '法务审核' },
  instance: instanceInfo({ status: 'faulted' }),
};

test('more instances that are stuck than a page holds are paged through', async () => {
  const { asked } = open('incidents', 'admin', {
    'GET /api/incidents': ({ query }) => ({
      items: query.get('offset') === '50' ? [{ ...incident, nodeName: { 'zh-CN': '财务审核' } }] : [incident],
      total: 51,
    }),
    'GET /api/mails/lost': { items: [], total: 0 },
  });
  expect(await screen.findByText('第 1–50 条，共 51 条')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  expect(await screen.findByText(/卡在“财务审核”/)).toBeInTheDocument();
  expect(asked('GET /api/incidents').map(({ query }) => query.get('limit'))).toEqual(['50', '50']);
});

test('an incident can be tried again', async () => {
  const { asked } = open('incidents', 'admin', {
    'GET /api/incidents': { items: [incident], total: 1 },
    'GET /api/mails/lost': { items: [], total: 0 },
    'POST /api/instances/i1/incidents/x1/retry': {},
  });
  expect(await screen.findByText(/卡在“法务审核” · 找不到处理人/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: '重试' }));
  expect(await dialog.findByText(/请写明原因/)).toBeInTheDocument();
  await userEvent.type(dialog.getByLabelText('原因'), '补上了负责人');
  await userEvent.click(dialog.getByRole('button', { name: '重试' }));
  await expect.poll(() => asked('POST /api/instances/i1/incidents/x1/retry')).toHaveLength(1);
});

test('who is no admin is led away', async () => {
  const { address } = open('people', 'staff');
  await expect.poll(address).toBe('/');
});
