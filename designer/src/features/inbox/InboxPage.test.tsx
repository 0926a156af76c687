// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { TaskInfo } from '@/api';
import { network } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { session, taskInfo } from '@/testing/sample';
import { opened } from '@/testing/socket';
import { InboxPage } from './index';

const second = taskInfo({
  id: 'i2.k1',
  record: { ...taskInfo().record, title: '东区服务合同', number: 'HT-2026-0002' },
});

function open(tasks: () => TaskInfo[]) {
  const net = network({
    'GET /api/session': session('wang'),
    'GET /api/tasks': () => ({ items: tasks(), total: tasks().length }),
    'GET /api/notices': { items: [], unread: 0 },
  });
  return { ...net, ...renderPage('/inbox', <InboxPage />, '/inbox') };
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
  await user.type(screen.getByLabelText('按名称、流程或提交人筛选'), '东区');
  await expect.poll(() => screen.queryByText('华南年度合同')).toBeNull();
  await user.keyboard('西区');
  await user.click(await screen.findByRole('button', { name: '清除筛选' }));
  expect(await screen.findByText('华南年度合同')).toBeInTheDocument();
});

test('an empty inbox says that there is nothing to do', async () => {
  open(() => []);
  expect(await screen.findByText('都处理完了')).toBeInTheDocument();
});
