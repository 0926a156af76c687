// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { TaskView } from '@/api';
import { network, problem, Reply } from '@/testing/network';
import { renderPage } from '@/testing/render';
import {
  company,
  contractType,
  fields,
  instance,
  instanceInfo,
  li,
  record,
  session,
  task,
  wang,
} from '@/testing/sample';
import { TaskPage } from './index';

const decision = 'POST /api/tasks/i1.k1/decision';

function open(view: TaskView, routes: Parameters<typeof network>[0] = {}) {
  const net = network({
    'GET /api/session': session('wang'),
    'GET /api/tasks/i1.k1': view,
    'GET /api/instances/i1': instance(),
    'GET /api/company': company,
    'GET /api/record-types': [contractType],
    'GET /api/tasks': { items: [], total: 0 },
    'POST /api/tasks/i1.k1/seen': new Reply(204),
    'GET /api/unread': { open: 0, tasks: 0, copies: 0 },
    'GET /api/instances/i1/thread': { messages: [], people: [] },
    [decision]: instanceInfo(),
    ...routes,
  });
  const page = renderPage('/tasks/:id', <TaskPage />, '/tasks/i1.k1');
  return { ...net, ...page };
}

test('one press approves and leads back to the inbox', async () => {
  const { asked, address } = open(task());
  await userEvent.click(await screen.findByRole('button', { name: '同意' }));
  await expect.poll(address).toBe('/inbox');
  expect(asked(decision)[0]?.body).toEqual({ outcome: 'approved', seen: 1 });
  expect(asked(decision)[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}-approved$/);
});

test('a rejection needs a reason', async () => {
  const { asked, address } = open(task());
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '拒绝' }));
  expect(await screen.findByText('请写明拒绝的原因，提交人会看到')).toBeInTheDocument();
  expect(asked(decision)).toHaveLength(0);

  await user.keyboard('金额不对');
  await user.click(screen.getByRole('button', { name: '拒绝' }));
  await expect.poll(address).toBe('/inbox');
  expect(asked(decision)[0]?.body).toEqual({ outcome: 'rejected', seen: 1, comment: '金额不对' });
});

test('only the fields of the step are inputs, and only what was changed is sent', async () => {
  const view = task({
    type: 'do',
    can: ['done'],
    recordView: record({ fields: fields({ opinion: 'required', amount: 'hidden' }) }),
  });
  const { asked } = open(view);
  const user = userEvent.setup();
  expect(await screen.findByLabelText('财务意见')).toBeInTheDocument();
  expect(screen.queryByText('金额')).not.toBeInTheDocument();
  expect(screen.queryByRole('textbox', { name: '合同名称' })).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: '完成' }));
  expect(await screen.findByText('请填写“财务意见”')).toBeInTheDocument();
  expect(asked(decision)).toHaveLength(0);

  await user.type(screen.getByLabelText('财务意见'), '可行');
  await user.click(screen.getByRole('button', { name: '完成' }));
  await expect
    .poll(() => asked(decision)[0]?.body)
    .toEqual({ outcome: 'done', seen: 1, set: { opinion: '可行' } });
});

test('a task that somebody else decided says so kindly and offers nothing to press', async () => {
  const decided = instance();
  decided.progress.nodes['manager'] = {
    state: 'done',
    visits: [
      {
        round: 1,
        enteredAt: '2026-03-02T08:00:00Z',
        people: [{ person: 'zhou', state: 'approved', at: '2026-03-02T09:30:00Z' }],
      },
    ],
  };
  open(task({ state: 'cancelled', can: [] }), { 'GET /api/instances/i1': decided });
  const note = await screen.findByRole('alert');
  expect(await within(note).findByText(/周婷 已在 2026年3月2日 .* 处理（同意）/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '同意' })).not.toBeInTheDocument();
});

test('a decision that came too late is told in the words of the server', async () => {
  open(task(), { [decision]: problem(409, 'task_already_decided', '周婷 已在 09:30 处理。') });
  await userEvent.click(await screen.findByRole('button', { name: '同意' }));
  expect(await screen.findByText('周婷 已在 09:30 处理。')).toBeInTheDocument();
});

test('what the server finds wrong with a field stands beside it', async () => {
  const view = task({ recordView: record({ fields: fields({ opinion: 'edit' }) }) });
  open(view, {
    [decision]: problem(422, 'invalid', '有内容不对', {
      errors: [{ path: 'set.opinion', message: '太长了' }],
    }),
  });
  await userEvent.type(await screen.findByLabelText('财务意见'), '很长');
  await userEvent.click(screen.getByRole('button', { name: '同意' }));
  expect(await screen.findByText('太长了')).toBeInTheDocument();
});

const law = { node: 'law', name: { 'zh-CN': '法务审核' }, from: [li, wang], min: 1, max: 1 };

test('whoever decides is asked for the people of what comes next, if anybody is to be picked', async () => {
  const { asked, address } = open(task({ picks: [] }), {
    'POST /api/tasks/i1.k1/preview': { picks: [law] },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '同意' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('button', { name: '请选择“法务审核”的处理人' })).toBeDisabled();
  await user.click(await within(dialog).findByRole('combobox', { name: '“法务审核”由谁处理' }));
  await user.click(await screen.findByTitle(/李娜/));
  await user.click(within(dialog).getByRole('button', { name: '同意' }));
  await expect.poll(address).toBe('/inbox');
  expect(asked(decision)[0]?.body).toEqual({ outcome: 'approved', seen: 1, picks: { law: [li.id] } });
});

test('where nothing is to be picked the decision goes out at once', async () => {
  const { asked, address } = open(task({ picks: [] }), { 'POST /api/tasks/i1.k1/preview': { picks: [] } });
  await userEvent.click(await screen.findByRole('button', { name: '同意' }));
  await expect.poll(address).toBe('/inbox');
  expect(asked(decision)).toHaveLength(1);
  expect(asked(decision)[0]?.body).toEqual({ outcome: 'approved', seen: 1 });
});

const actions = 'POST /api/tasks/i1.k1/actions';
const returnable = task({
  can: ['approved', 'rejected', 'return'],
  mode: 'returner',
  back: [{ node: 'submit', name: { 'zh-CN': '提交合同' }, people: [li] }],
});

test('it is returned with where to, why, and how it comes back', async () => {
  const { asked, address } = open(returnable, { [actions]: instanceInfo() });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '更多' }));
  await user.click(await screen.findByText('退回'));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('提交合同')).toBeInTheDocument();
  await user.type(within(dialog).getByLabelText('原因'), '缺附件');
  await user.click(within(dialog).getByRole('button', { name: '退回' }));
  await expect.poll(address).toBe('/inbox');
  expect(asked(actions)[0]?.body).toEqual({ do: 'return', node: 'submit', direct: true, comment: '缺附件' });
});

test('what was typed stays when the server cannot be reached', async () => {
  open(returnable, {
    [actions]: () => {
      throw new TypeError('offline');
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '更多' }));
  await user.click(await screen.findByText('退回'));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText('原因'), '缺附件');
  await user.click(within(dialog).getByRole('button', { name: '退回' }));
  expect(await within(dialog).findByText(/您填写的内容还在/)).toBeInTheDocument();
  expect(within(dialog).getByLabelText('原因')).toHaveValue('缺附件');
});

test('what somebody else has just changed is shown, and what was typed stays', async () => {
  let view = task({ recordView: record({ fields: fields({ opinion: 'edit' }) }) });
  open(view, {
    'GET /api/tasks/i1.k1': () => view,
    [decision]: problem(409, 'data_changed', '内容刚刚有变动，请看过再决定。'),
  });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('财务意见'), '可行');
  view = task({
    data: 2,
    recordView: record({
      fields: fields({ opinion: 'edit' }),
      values: { ...record().values, amount: '90000.00' },
    }),
  });
  await user.click(screen.getByRole('button', { name: '同意' }));
  const note = await screen.findByText('内容刚刚有变动，请看过再决定');
  expect(note.closest('[role=alert]')).toHaveTextContent('金额¥120,000→¥90,000');
  expect(screen.getByLabelText('财务意见')).toHaveValue('可行');
});

test('whoever resubmits may say that it goes step by step', async () => {
  const { asked } = open(task({ type: 'submit', can: ['done'], way: true }));
  const user = userEvent.setup();
  await user.click(await screen.findByLabelText('重新逐步审批'));
  await user.click(screen.getByRole('button', { name: '重新提交' }));
  await expect.poll(() => asked(decision)[0]?.body).toEqual({ outcome: 'done', seen: 1, direct: false });
});

const draftRoute = 'PUT /api/tasks/i1.k1/draft';
const filling = { recordView: record({ fields: fields({ opinion: 'edit' }) }) };

test('what is typed is kept, by itself or at a press, and is there when the task is opened again', async () => {
  const { asked } = open(
    task({
      ...filling,
      draft: {
        set: { opinion: '看过' },
        comment: '等附件',
        files: [{ id: 'f1', name: '底稿.xlsx', size: 12, type: 'text/plain' }],
        data: 1,
        revision: 4,
        savedAt: new Date().toISOString(),
      },
    }),
    { [draftRoute]: { set: {}, data: 1, revision: 5, savedAt: new Date().toISOString() } },
  );
  const user = userEvent.setup();
  expect(await screen.findByDisplayValue('看过')).toBeInTheDocument();
  expect(screen.getByDisplayValue('等附件')).toBeInTheDocument();
  expect(await screen.findByText('底稿.xlsx')).toBeInTheDocument();
  expect(await screen.findByText(/^已暂存 \d\d:\d\d$/)).toBeInTheDocument();
  expect(asked(draftRoute)).toHaveLength(0);
  await user.type(screen.getByLabelText('财务意见'), '了');
  await user.click(await screen.findByRole('button', { name: '暂存' }));
  await expect
    .poll(() => asked(draftRoute)[0]?.body)
    .toEqual({ set: { opinion: '看过了' }, comment: '等附件', files: ['f1'], data: 1, revision: 4 });
  await user.click(screen.getByRole('button', { name: '移除 底稿.xlsx' }));
  await user.click(await screen.findByRole('button', { name: '暂存' }));
  await expect.poll(() => asked(draftRoute)[1]?.body).toMatchObject({ files: [], revision: 5 });
});

test('what was kept elsewhere is not overwritten unasked', async () => {
  const { asked } = open(task(filling), { [draftRoute]: problem(409, 'task_draft_moved_on', '别处保存过') });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('财务意见'), '好');
  await user.click(await screen.findByRole('button', { name: '暂存' }));
  expect(await screen.findByText('您在别处暂存过这个待办的内容')).toBeInTheDocument();
  const before = asked(draftRoute).length; // it may have been kept by itself, too
  await user.click(screen.getByRole('button', { name: '保留这里的' }));
  await expect.poll(() => asked(draftRoute).length).toBe(before + 1);
});
