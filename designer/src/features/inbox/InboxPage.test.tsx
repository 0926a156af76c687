// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { TaskInfo } from '@/api';
import { network, Reply, type Seen } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { instanceInfo, session, taskInfo } from '@/testing/sample';
import { opened } from '@/testing/socket';
import { InboxPage } from './index';

const second = taskInfo({
  id: 'i2.k1',
  record: { ...taskInfo().record, title: '东区服务合同', number: 'HT-2026-0002' },
});

function open(tasks: () => TaskInfo[], at = '/inbox', routes: Parameters<typeof network>[0] = {}) {
  const net = network({
    'GET /api/session': session('wang'),
    'GET /api/tasks': ({ query }: Seen) => {
      const wanted = query.get('search') ?? '';
      const items = tasks().filter((task) => task.record.title.includes(wanted));
      return { items, total: items.length };
    },
    'GET /api/unread': () => ({ open: tasks().length, tasks: 0, copies: 1 }),
    'GET /api/instances': {
      items: [instanceInfo({ copy: { at: '2026-03-02T08:00:00Z', when: 'ended' } })],
      total: 1,
    },
    'POST /api/copies/read': new Reply(204),
    'GET /api/notices': { items: [], unread: 0 },
    ...routes,
  });
  return { ...net, ...renderPage('/inbox', <InboxPage />, at) };
}

test('a new task comes in by itself', async () => {
  let tasks = [taskInfo()];
  open(() => tasks);
  expect(await screen.findByText('华南年度合同')).toBeInTheDocument();
  expect(screen.queryByText('东区服务合同')).not.toBeInTheDocument();

  tasks = [taskInfo(), second];
  act(() => {
    opened.at(-1)?.open();
    opened.at(-1)?.say({ topic: 'inbox:wang', revision: 8 });
  });
  expect(await screen.findByText('东区服务合同')).toBeInTheDocument();
  expect(await screen.findByText('待处理 2')).toBeInTheDocument();
});

test('j and k walk through the list and Enter opens', async () => {
  const { address } = open(() => [taskInfo(), second]);
  await screen.findByText('东区服务合同');
  const user = userEvent.setup();
  await user.keyboard('jjk');
  await user.keyboard('j{Enter}');
  await expect.poll(address).toBe('/tasks/i2.k1');
});

test('the filter narrows what is shown, and says so when nothing is left', async () => {
  open(() => [taskInfo(), second]);
  await screen.findByText('东区服务合同');
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('搜索名称、编号或提交人'), '东区');
  await expect.poll(() => screen.queryByText('华南年度合同')).toBeNull();
  await user.keyboard('西区');
  await user.click(await screen.findByRole('button', { name: '清除筛选' }));
  expect(await screen.findByText('华南年度合同')).toBeInTheDocument();
});

test('an empty inbox says that there is nothing to do', async () => {
  open(() => []);
  expect(await screen.findByText('都处理完了')).toBeInTheDocument();
});

test('what the list is narrowed to is read from the address and asked of the server', async () => {
  const { asked } = open(() => [taskInfo()], '/inbox?tab=done&search=华南&late=1&sort=number&page=2');
  expect(await screen.findByText('华南年度合同')).toBeInTheDocument();
  const query = asked('GET /api/tasks').at(-1)?.query;
  expect(Object.fromEntries(query ?? [])).toEqual({
    state: 'done',
    search: '华南',
    late: 'true',
    sort: 'number',
    offset: '50',
    limit: '50',
  });
});

test('copies are unread until they are opened, or all marked as read', async () => {
  const { asked } = open(() => []);
  const user = userEvent.setup();
  await user.click(await screen.findByText('抄送我的 1'));
  expect(await screen.findByRole('img', { name: '未读' })).toBeInTheDocument();
  expect(asked('GET /api/instances').at(-1)?.query.get('scope')).toBe('copied');
  await user.click(screen.getByRole('button', { name: '全部标为已读' }));
  await expect.poll(() => asked('POST /api/copies/read').length).toBe(1);
});

test('several are approved at once, and what is refused says why and stays chosen', async () => {
  const decisions = 'POST /api/tasks/decisions';
  const net = open(() => [taskInfo(), second], '/inbox', {
    [decisions]: {
      items: [
        { task: 'i1.k1' },
        { task: 'i2.k1', reason: 'field_required', problem: { 'zh-CN': '请填写财务意见。' } },
      ],
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '批量处理' }));
  await user.click(await screen.findByRole('button', { name: '全选' }));
  await user.click(screen.getByRole('button', { name: '同意 2 项' }));
  expect(await screen.findByText('请填写财务意见。')).toBeInTheDocument();
  expect(net.asked(decisions)[0]?.body).toEqual({
    tasks: [
      { task: 'i1.k1', seen: 1 },
      { task: 'i2.k1', seen: 1 },
    ],
    outcome: 'approved',
  });
  expect(screen.getByLabelText('选择“东区服务合同”')).toBeChecked();
  expect(screen.getByLabelText('选择“华南年度合同”')).not.toBeChecked();
});

test('what was chosen is approved as it was seen then; what has changed is left out and leads to itself', async () => {
  const decisions = 'POST /api/tasks/decisions';
  let data = 1;
  const net = open(() => [taskInfo(), { ...second, data }], '/inbox', {
    [decisions]: {
      items: [{ task: 'i2.k1', reason: 'data_changed', problem: { 'zh-CN': '您看过之后数据有了变化。' } }],
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '批量处理' }));
  await user.click(await screen.findByLabelText('选择“东区服务合同”'));
  data = 2; // the list comes again by itself, and what was chosen stays as it was seen
  act(() => {
    opened.at(-1)?.open();
    opened.at(-1)?.say({ topic: 'inbox:wang', revision: 8 });
  });
  await expect.poll(() => net.asked('GET /api/tasks').length).toBeGreaterThan(1);
  await user.click(screen.getByRole('button', { name: '同意 1 项' }));
  const link = await screen.findByRole('link', { name: '东区服务合同' });
  expect(link).toHaveAttribute('href', '/tasks/i2.k1');
  expect(link.closest('li')).toHaveTextContent('您看过之后数据有了变化。');
  expect(screen.getByLabelText('选择“东区服务合同”')).not.toBeChecked();
  await user.click(screen.getByLabelText('选择“东区服务合同”'));
  await user.click(screen.getByRole('button', { name: '同意 1 项' }));
  await expect
    .poll(() => net.asked(decisions).map((one) => one.body))
    .toEqual([1, 2].map((seen) => ({ tasks: [{ task: 'i2.k1', seen }], outcome: 'approved' })));
});

test('what others have decided meanwhile is chosen no more, and that is said', async () => {
  let items = [taskInfo(), second];
  open(() => items);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '批量处理' }));
  await user.click(await screen.findByRole('button', { name: '全选' }));
  items = [second];
  act(() => {
    opened.at(-1)?.open();
    opened.at(-1)?.say({ topic: 'inbox:wang', revision: 8 });
  });
  expect(await screen.findByText('1 个已不用您处理，不再选中')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '同意 1 项' })).toBeEnabled();
});

test('what was begun and not submitted stands above what I started, and is deleted when I say so', async () => {
  const line = {
    id: 'new-1',
    revision: 2,
    savedAt: '2026-03-02T08:00:00Z',
    record: { type: 'contract', typeName: { 'zh-CN': '合同' }, id: '', number: '', title: '半份合同' },
  };
  let drafts = [line];
  const { asked } = open(() => [], '/inbox?tab=started', {
    'GET /api/starts': () => drafts,
    'DELETE /api/starts/new-1': () => {
      drafts = [];
      return new Reply(204);
    },
  });
  const user = userEvent.setup();
  const link = await screen.findByRole('link', { name: /半份合同/ });
  expect(link).toHaveAttribute('href', '/records/contract/new?draft=new-1');
  await user.click(screen.getByRole('button', { name: '删除草稿“半份合同”' }));
  await user.click(await screen.findByRole('button', { name: '删除' }));
  await expect.poll(() => asked('DELETE /api/starts/new-1')).toHaveLength(1);
  await expect.poll(() => screen.queryByText('半份合同')).toBeNull();
});
